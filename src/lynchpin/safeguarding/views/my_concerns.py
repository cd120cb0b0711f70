"""Concerns that one raised: that they were raised, and where they stand."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from lynchpin.kernel.page import page, show
from lynchpin.safeguarding import queries
from lynchpin.safeguarding.choices import Permission


@page(Permission.RAISE_CONCERN, action="list")
def my_concerns_page(request: HttpRequest) -> HttpResponse:
    """No words of the concern are shown here, nor what came of it."""
    return show(request, "safeguarding/my_concerns.html", rows=queries.my_concerns(request.actor))  # type: ignore[attr-defined]
