"""Lift a restriction: the reason for it is over."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.errors import Stale
from lynchpin.kernel.page import PRESSED, Request, page, redirect_with
from lynchpin.people.choices import Permission
from lynchpin.people.forms.decisions import DecideForm
from lynchpin.people.use_cases.lift_restriction import lift_restriction


@page(Permission.LIFT_RESTRICTION, opens="restriction", takes=PRESSED)
def lift_restriction_page(request: Request, restriction_id: int) -> HttpResponse:
    """A button beside its row."""
    form = DecideForm(request.POST)
    if not form.is_valid():
        raise Stale()
    lift_restriction(request.actor, restriction_id=restriction_id, at=clock.now(), **form.cleaned_data)
    return redirect_with(request, _("The restriction is lifted."), "people:restrictions")
