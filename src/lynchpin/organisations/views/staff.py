"""Colleagues: the list, and one with their roles."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.kernel.page import Request, page, show
from lynchpin.organisations import queries
from lynchpin.organisations.choices import Permission
from lynchpin.organisations.forms import EndRoleForm, StaffFilter
from lynchpin.organisations.queries.staff import Colleague, HeldRole, StaffRow


def _address(row: StaffRow) -> str:
    return reverse("organisations:colleague", args=[row.reference])


COLUMNS = [
    Column("name", gettext_lazy("Name"), sortable=True, href=_address),
    Column("roles", gettext_lazy("Roles")),
    Column("places", gettext_lazy("Places")),
    Column("organisation", gettext_lazy("Organisation"), sortable=True),
    Column("started_on", gettext_lazy("Started"), Cell.DATE, sortable=True),
]


@page(Permission.READ_STAFF, action="list")
def staff_page(request: Request) -> HttpResponse:
    filters = StaffFilter(request.GET)
    query = ListQuery.from_params(request.GET, COLUMNS, sort="name")
    found = queries.staff_list(request.actor, query, **filters.chosen)
    empty = _("Nobody matches. Clear the filter to see every colleague in your area.")
    listing = Listing(COLUMNS, found, request.GET, caption=_("Colleagues"), empty=empty, filters=filters)
    may_add = request.actor.may(Permission.ADD_ACCOUNT)
    return show(request, "organisations/staff.html", heading=_("Colleagues"), listing=listing, may_add=may_add)


@page(Permission.READ_STAFF, opens="staff")
def colleague_page(request: Request, reference: str) -> HttpResponse:
    facts = queries.colleague(request.actor, reference)
    may_assign = request.actor.may(Permission.ASSIGN_ROLE)
    ending = endings(facts) if request.actor.may(Permission.END_ROLE) else {}
    roles = [(role, ending.get(role.assignment_id)) for role in facts.roles]
    return show(request, "organisations/colleague.html", facts=facts, roles=roles, may_assign=may_assign)


def endings(facts: Colleague) -> dict[int, EndRoleForm]:
    """Assignment id -> the form of the button that ends it, for each that has not ended."""
    return {role.assignment_id: _ending(role) for role in facts.roles if not role.ended}


def _ending(role: HeldRole) -> EndRoleForm:
    return EndRoleForm(initial={"assignment_id": role.assignment_id, "version": role.version})
