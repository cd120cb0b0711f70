"""Step up to a step above."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import StepUpForm
from lynchpin.pathways.queries.changing import place_to_step_up
from lynchpin.pathways.use_cases.step_up import step_up


@page(Permission.STEP_UP, opens="place")
def step_up_page(request: Request, reference: str) -> HttpResponse:
    facts = place_to_step_up(request.actor, reference)
    first = {"version": facts.head.version, "moved_on": clock.today()}
    form = StepUpForm(request.POST or None, initial=first, steps=facts.steps)
    if form.is_valid():
        with refusals_on(form):
            step_up(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("They have stepped up."), "pathways:place", reference)
    form.see(facts.head.version)
    shown = {"heading": _("Step up"), "button": _("Step up")}
    return show(request, "pathways/step_up.html", **shown, head=facts.head, form=form)
