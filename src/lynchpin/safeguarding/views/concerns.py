"""Open concerns, by what is due."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, show
from lynchpin.safeguarding import queries
from lynchpin.safeguarding.choices import Permission
from lynchpin.safeguarding.views.due import due_in_words


@page(Permission.READ_CONCERNS, action="list")
def concerns_page(request: Request) -> HttpResponse:
    """What is due longest stands first."""
    rows = queries.concerns(request.actor, clock.now())
    return show(request, "safeguarding/concerns.html", rows=[(row, due_in_words(row)) for row in rows])
