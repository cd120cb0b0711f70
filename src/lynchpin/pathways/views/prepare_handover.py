"""Prepare a handover from a case, beginning with what is written already."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import HandoverForm
from lynchpin.pathways.queries.handovers import handover_to_prepare
from lynchpin.pathways.use_cases.prepare_handover import prepare_handover

DRAWN_FROM_CASE = ("language", "what_changed", "what_matters", "what_was_tried")


@page(Permission.PREPARE_HANDOVER, opens="case")
def prepare_handover_page(request: Request, reference: str) -> HttpResponse:
    facts = handover_to_prepare(request.actor, reference)
    if facts.under_way and request.method == "GET":
        return HttpResponseRedirect(reverse("pathways:handover", args=[facts.under_way]))
    first = {name: getattr(facts, name) for name in DRAWN_FROM_CASE} | {"agreed_on": clock.today()}
    first["to_organisation"] = request.GET.get("organisation", "")
    offered = {"colleagues": facts.colleagues, "organisations": facts.organisations}
    form = HandoverForm(request.POST or None, initial=first, **offered)
    if form.is_valid():
        with refusals_on(form):
            kept = prepare_handover(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(
                request, _("The handover is prepared. Read it once more, then send it."), "pathways:handover", kept
            )
    shown = {"heading": _("Prepare a handover"), "button": _("Save the handover")}
    return show(request, "pathways/prepare_handover.html", **shown, head=facts.head, form=form)
