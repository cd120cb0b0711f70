"""Complete a handover without an accompanied first visit."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import BecauseForm
from lynchpin.pathways.queries.handovers import handover_page as handover_facts
from lynchpin.pathways.use_cases.waive_first_visit import waive_first_visit


@page(Permission.WAIVE_FIRST_VISIT, opens="handover")
def waive_first_visit_page(request: Request, reference: str) -> HttpResponse:
    facts = handover_facts(request.actor, reference)
    form = BecauseForm(request.POST or None, initial={"version": facts.head.version})
    if form.is_valid():
        with refusals_on(form):
            waive_first_visit(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(
                request, _("The handover is complete, without a first visit."), "pathways:handover", reference
            )
    form.see(facts.head.version)
    shown = {"heading": _("Leave out the first visit"), "button": _("Save the reason")}
    return show(request, "pathways/waive_first_visit.html", **shown, facts=facts, head=facts.head, form=form)
