"""Go on after a break."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import DayForm
from lynchpin.pathways.queries.changing import place_to_resume
from lynchpin.pathways.use_cases.resume_pathway import resume_pathway


@page(Permission.RESUME_PATHWAY, opens="place")
def resume_pathway_page(request: Request, reference: str) -> HttpResponse:
    facts = place_to_resume(request.actor, reference)
    first = {"version": facts.head.version, "moved_on": clock.today()}
    form = DayForm(request.POST or None, initial=first)
    if form.is_valid():
        with refusals_on(form):
            resume_pathway(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("They are on the pathway again."), "pathways:place", reference)
    form.see(facts.head.version)
    shown = {"heading": _("Go on after the break"), "button": _("Go on")}
    return show(request, "pathways/resume_pathway.html", **shown, head=facts.head, form=form)
