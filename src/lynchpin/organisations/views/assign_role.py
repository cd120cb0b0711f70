"""Give a colleague a role."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.organisations import queries
from lynchpin.organisations.choices import Permission
from lynchpin.organisations.forms import AssignRoleForm
from lynchpin.organisations.use_cases.assign_role import assign_role


@page(Permission.ASSIGN_ROLE, opens="staff")
def assign_role_page(request: Request, reference: str) -> HttpResponse:
    facts = queries.colleague(request.actor, reference)
    places = queries.places_to_reach(request.actor)
    form = AssignRoleForm(request.POST or None, places=places, initial={"from_on": clock.today()})
    if form.is_valid():
        with refusals_on(form):
            assign_role(request.actor, staff_id=facts.staff_id, **form.cleaned_data)
            return redirect_with(request, _("The role is given."), "organisations:colleague", reference)
    return show(request, "organisations/assign_role.html", facts=facts, form=form)
