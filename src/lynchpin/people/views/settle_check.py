"""Settle a check: the colleague who asked has had an answer."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.errors import Stale
from lynchpin.kernel.page import PRESSED, Request, page, redirect_with
from lynchpin.people.choices import Permission
from lynchpin.people.forms.decisions import DecideForm
from lynchpin.people.use_cases.settle_check import settle_check


@page(Permission.SETTLE_CHECK, opens="check", takes=PRESSED)
def settle_check_page(request: Request, check_id: int) -> HttpResponse:
    """A button beside its row."""
    form = DecideForm(request.POST)
    if not form.is_valid():
        raise Stale()
    settle_check(request.actor, check_id=check_id, at=clock.now(), **form.cleaned_data)
    return redirect_with(request, _("The question is dealt with."), "people:checks")
