"""Acknowledge a handover."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import AcknowledgementForm
from lynchpin.pathways.queries.handovers import handover_page as handover_facts
from lynchpin.pathways.use_cases.acknowledge_handover import acknowledge_handover


@page(Permission.ACKNOWLEDGE_HANDOVER, opens="handover")
def acknowledge_handover_page(request: Request, reference: str) -> HttpResponse:
    facts = handover_facts(request.actor, reference)
    form = AcknowledgementForm(
        request.POST or None, initial={"version": facts.head.version}, outside=facts.head.outside
    )
    if form.is_valid():
        with refusals_on(form):
            acknowledge_handover(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(
                request, _("They are taken on. The first visit comes next."), "pathways:handover", reference
            )
    form.see(facts.head.version)
    shown = {"heading": _("Take them on"), "button": _("Take them on")}
    return show(request, "pathways/acknowledge_handover.html", **shown, facts=facts, head=facts.head, form=form)
