"""Leave a pathway."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import LeavingForm
from lynchpin.pathways.queries.changing import place_to_leave
from lynchpin.pathways.use_cases.leave_pathway import leave_pathway


@page(Permission.LEAVE_PATHWAY, opens="place")
def leave_pathway_page(request: Request, reference: str) -> HttpResponse:
    facts = place_to_leave(request.actor, reference)
    first = {"version": facts.head.version, "moved_on": clock.today()}
    form = LeavingForm(request.POST or None, initial=first)
    if form.is_valid():
        with refusals_on(form):
            leave_pathway(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(
                request,
                _("They have left the pathway. Its history is kept."),
                "pathways:place",
                reference,
            )
    form.see(facts.head.version)
    shown = {"heading": _("Leave the pathway"), "button": _("Save that they leave")}
    return show(request, "pathways/leave_pathway.html", **shown, head=facts.head, form=form)
