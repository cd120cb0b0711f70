"""Restrictions in force, for those who answer for them."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.kernel.page import Request, page, show
from lynchpin.people.choices import Permission
from lynchpin.people.forms.decisions import DecideForm
from lynchpin.people.queries.decisions import restrictions


@page(Permission.READ_RESTRICTIONS, action="list")
def restrictions_page(request: Request) -> HttpResponse:
    """Each with a button that lifts it, for those who may."""
    rows = restrictions(request.actor)
    may_lift = request.actor.may(Permission.LIFT_RESTRICTION)
    shown = [(row, DecideForm(initial={"version": row.version})) for row in rows]
    return show(request, "people/restrictions.html", rows=shown, may_lift=may_lift)
