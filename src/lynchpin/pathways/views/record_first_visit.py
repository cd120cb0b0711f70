"""Record an accompanied first visit."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import FirstVisitForm
from lynchpin.pathways.queries.handovers import handover_page as handover_facts
from lynchpin.pathways.use_cases.record_first_visit import record_first_visit


@page(Permission.RECORD_FIRST_VISIT, opens="handover")
def record_first_visit_page(request: Request, reference: str) -> HttpResponse:
    facts = handover_facts(request.actor, reference)
    form = FirstVisitForm(request.POST or None, initial={"version": facts.head.version, "met_on": clock.today()})
    if form.is_valid():
        with refusals_on(form):
            record_first_visit(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("They have met. The handover is complete."), "pathways:handover", reference)
    form.see(facts.head.version)
    shown = {"heading": _("Record the first visit"), "button": _("Save the first visit")}
    return show(request, "pathways/record_first_visit.html", **shown, facts=facts, head=facts.head, form=form)
