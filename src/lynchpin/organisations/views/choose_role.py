"""Choose under which role to act in this session."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect

from lynchpin.kernel.page import Request, page, show
from lynchpin.organisations import queries
from lynchpin.organisations.choices import Permission
from lynchpin.organisations.forms import ChooseRoleForm
from lynchpin.organisations.queries.staff import HeldRole
from lynchpin.organisations.sign_in import choose


@page(Permission.CHOOSE_ROLE)
def choose_role_page(request: Request) -> HttpResponse:
    roles = queries.my_roles(request.actor)
    now = {"assignment_id": request.actor.assignment_id}
    form = ChooseRoleForm(request.POST or None, roles=[_choice(role) for role in roles], initial=now)
    if form.is_valid():
        return HttpResponseRedirect(choose(request, int(form.cleaned_data["assignment_id"])))
    return show(request, "organisations/choose_role.html", roles=roles, form=form)


def _choice(role: HeldRole) -> tuple[str, str]:
    return str(role.assignment_id), f"{role.role} – {role.places}" if role.places else role.role
