"""Complete a pathway."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import DayForm
from lynchpin.pathways.queries.changing import place_to_complete
from lynchpin.pathways.use_cases.complete_pathway import complete_pathway


@page(Permission.COMPLETE_PATHWAY, opens="place")
def complete_pathway_page(request: Request, reference: str) -> HttpResponse:
    facts = place_to_complete(request.actor, reference)
    first = {"version": facts.head.version, "moved_on": clock.today()}
    form = DayForm(request.POST or None, initial=first)
    if form.is_valid():
        with refusals_on(form):
            complete_pathway(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("They have completed the pathway."), "pathways:place", reference)
    form.see(facts.head.version)
    shown = {"heading": _("Complete the pathway"), "button": _("Complete the pathway")}
    return show(request, "pathways/complete_pathway.html", **shown, head=facts.head, form=form)
