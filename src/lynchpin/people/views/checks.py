"""Questions of colleagues whether somebody is known, for the central team."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.kernel.page import Request, page, show
from lynchpin.people.choices import Permission
from lynchpin.people.forms.decisions import DecideForm
from lynchpin.people.queries.decisions import checks


@page(Permission.SETTLE_CHECK, action="list")
def checks_page(request: Request) -> HttpResponse:
    """Oldest first, each with a button for when it is dealt with."""
    rows = [(row, DecideForm(initial={"version": row.version})) for row in checks(request.actor)]
    return show(request, "people/checks.html", rows=rows)
