"""Confirm a concern: the report was put in writing."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.safeguarding import queries
from lynchpin.safeguarding.choices import ConcernStatus, Permission
from lynchpin.safeguarding.forms import StepForm, starting
from lynchpin.safeguarding.use_cases.confirm_concern import confirm_concern
from lynchpin.safeguarding.views.due import why_not_now


@page(Permission.CONFIRM_CONCERN, opens="concern")
def confirm_concern_page(request: Request, reference: str) -> HttpResponse:
    """One step, with when it happened."""
    now = clock.now()
    facts = queries.concern(request.actor, reference, now)
    form = StepForm(request.POST or None, initial={"version": facts.version, **starting(now)})
    if form.is_valid():
        with refusals_on(form):
            confirm_concern(request.actor, reference=reference, at=now, confirmed_at=form.happened_at, **form.keys)
            return redirect_with(
                request,
                _("The written report is recorded. Chase the acknowledgement after 7 working days."),
                "safeguarding:concern",
                reference,
            )
    shown = {
        "heading": _("Record that it was confirmed in writing"),
        "button": _("Save"),
        "why_not": why_not_now(facts, ConcernStatus.CONFIRMED),
    }
    return show(request, "safeguarding/step.html", facts=facts, form=form, **shown)
