"""End a colleague's role."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.page import PRESSED, Request, page, redirect_with
from lynchpin.organisations.choices import Permission
from lynchpin.organisations.forms import EndRoleForm
from lynchpin.organisations.use_cases.end_role import end_role


@page(Permission.END_ROLE, opens="staff", takes=PRESSED)
def end_role_page(request: Request) -> HttpResponse:
    form = EndRoleForm(request.POST)
    if not form.is_valid():
        raise NotFound("organisations.RoleAssignment")
    reference = end_role(request.actor, at=clock.now(), **form.cleaned_data)
    done = _("The role has ended. Every open session of this person was closed.")
    return redirect_with(request, done, "organisations:colleague", reference)
