"""Step down to a step below."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import StepDownForm
from lynchpin.pathways.queries.changing import place_to_step_down
from lynchpin.pathways.use_cases.step_down import step_down


@page(Permission.STEP_DOWN, opens="place")
def step_down_page(request: Request, reference: str) -> HttpResponse:
    facts = place_to_step_down(request.actor, reference)
    first = {"version": facts.head.version, "moved_on": clock.today()}
    form = StepDownForm(request.POST or None, initial=first, steps=facts.steps)
    if form.is_valid():
        with refusals_on(form):
            step_down(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("They have stepped down."), "pathways:place", reference)
    form.see(facts.head.version)
    shown = {"heading": _("Step down"), "button": _("Step down")}
    return show(request, "pathways/step_down.html", **shown, head=facts.head, form=form)
