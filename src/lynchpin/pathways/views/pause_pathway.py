"""A break from a pathway."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import PauseForm
from lynchpin.pathways.queries.changing import place_to_pause
from lynchpin.pathways.use_cases.pause_pathway import pause_pathway


@page(Permission.PAUSE_PATHWAY, opens="place")
def pause_pathway_page(request: Request, reference: str) -> HttpResponse:
    facts = place_to_pause(request.actor, reference)
    first = {"version": facts.head.version, "moved_on": clock.today()}
    form = PauseForm(request.POST or None, initial=first)
    if form.is_valid():
        with refusals_on(form):
            pause_pathway(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(
                request, _("They are having a break. You still walk with them."), "pathways:place", reference
            )
    form.see(facts.head.version)
    shown = {"heading": _("Have a break"), "button": _("Save the break")}
    return show(request, "pathways/pause_pathway.html", **shown, head=facts.head, form=form)
