"""Concerns that one raised: that they were raised, and where they stand."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.kernel.page import Request, page, show
from lynchpin.safeguarding import queries
from lynchpin.safeguarding.choices import Permission


@page(Permission.RAISE_CONCERN, action="list")
def my_concerns_page(request: Request) -> HttpResponse:
    """No words of the concern are shown here, nor what came of it."""
    return show(request, "safeguarding/my_concerns.html", rows=queries.my_concerns(request.actor))
