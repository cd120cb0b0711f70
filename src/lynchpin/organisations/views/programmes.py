"""Programmes and their funders, and switching one on."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.organisations import queries
from lynchpin.organisations.choices import Permission
from lynchpin.organisations.forms import SwitchOnProgrammeForm
from lynchpin.organisations.use_cases.switch_on_programme import switch_on_programme


@page(Permission.READ_PROGRAMMES, action="list")
def programmes_page(request: Request) -> HttpResponse:
    may_switch_on = request.actor.may(Permission.SWITCH_ON_PROGRAMME)
    found = queries.programmes(request.actor)
    return show(request, "organisations/programmes.html", programmes=found, may_switch_on=may_switch_on)


@page(Permission.SWITCH_ON_PROGRAMME)
def switch_on_programme_page(request: Request, key: str) -> HttpResponse:
    facts = next((row for row in queries.programmes(request.actor) if row.key == key), None)
    if facts is None:
        raise NotFound("organisations.Programme")
    known = {"version": facts.version, "live_from": facts.live_from or clock.today()}
    form = SwitchOnProgrammeForm(request.POST or None, initial=known)
    if form.is_valid():
        with refusals_on(form):
            switch_on_programme(request.actor, key=key, **form.cleaned_data)
            return redirect_with(request, _("The programme is switched on."), "organisations:programmes")
    return show(request, "organisations/switch_on_programme.html", facts=facts, form=form)
