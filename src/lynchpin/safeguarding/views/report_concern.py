"""Report a concern: who was told by telephone, and when."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.safeguarding import queries
from lynchpin.safeguarding.choices import ConcernStatus, Permission
from lynchpin.safeguarding.forms import ReportConcernForm, starting
from lynchpin.safeguarding.use_cases.report_concern import report_concern
from lynchpin.safeguarding.views.due import why_not_now


@page(Permission.REPORT_CONCERN, opens="concern")
def report_concern_page(request: Request, reference: str) -> HttpResponse:
    """One step, with when it happened."""
    now = clock.now()
    facts = queries.concern(request.actor, reference, now)
    form = ReportConcernForm(request.POST or None, initial={"version": facts.version, **starting(now)})
    if form.is_valid():
        with refusals_on(form):
            report_concern(
                request.actor,
                reference=reference,
                at=now,
                reported_to=form.cleaned_data["reported_to"],
                reported_at=form.happened_at,
                **form.keys,
            )
            return redirect_with(
                request,
                _("The report is recorded. Confirm it in writing within 24 hours."),
                "safeguarding:concern",
                reference,
            )
    shown = {
        "heading": _("Record the report by telephone"),
        "button": _("Save the report"),
        "why_not": why_not_now(facts, ConcernStatus.REPORTED),
    }
    return show(request, "safeguarding/step.html", facts=facts, form=form, **shown)
