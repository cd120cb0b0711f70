"""Record an outcome of a case."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.outcomes.choices import Permission
from lynchpin.outcomes.forms import OutcomeForm
from lynchpin.outcomes.queries.achievements import outcome_to_record
from lynchpin.outcomes.use_cases.record_outcome import record_outcome


@page(Permission.RECORD_OUTCOME, opens="case")
def record_outcome_page(request: Request, reference: str) -> HttpResponse:
    facts = outcome_to_record(request.actor, reference)
    form = OutcomeForm(request.POST or None, initial={"achieved_on": clock.today()}, measures=facts.measures)
    if form.is_valid():
        with refusals_on(form):
            record_outcome(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The outcome is saved."), "casework:case", reference)
    shown = {"heading": _("Record an outcome"), "button": _("Save the outcome")}
    return show(request, "outcomes/record_outcome.html", **shown, head=facts.head, form=form)
