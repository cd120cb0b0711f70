"""Acknowledge a concern: social services said that they have it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.safeguarding import queries
from lynchpin.safeguarding.choices import ConcernStatus, Permission
from lynchpin.safeguarding.forms import StepForm, starting
from lynchpin.safeguarding.use_cases.acknowledge_concern import acknowledge_concern
from lynchpin.safeguarding.views.due import why_not_now


@page(Permission.ACKNOWLEDGE_CONCERN, opens="concern")
def acknowledge_concern_page(request: Request, reference: str) -> HttpResponse:
    """One step, with when it happened."""
    now = clock.now()
    facts = queries.concern(request.actor, reference, now)
    form = StepForm(request.POST or None, initial={"version": facts.version, **starting(now)})
    if form.is_valid():
        with refusals_on(form):
            acknowledge_concern(
                request.actor, reference=reference, at=now, acknowledged_at=form.happened_at, **form.keys
            )
            return redirect_with(
                request,
                _("The acknowledgement is recorded. A decision is due after one working day."),
                "safeguarding:concern",
                reference,
            )
    shown = {
        "heading": _("Record the acknowledgement"),
        "button": _("Save the acknowledgement"),
        "why_not": why_not_now(facts, ConcernStatus.ACKNOWLEDGED),
    }
    return show(request, "safeguarding/step.html", facts=facts, form=form, **shown)
