"""Commission a run, which is then made in the background."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import SummaryRow
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.forms import ChooseAssessmentForm, CommissionProfileRunForm
from lynchpin.profiles.queries.assessments import AssessmentToRun, assessments_to_run
from lynchpin.profiles.running import start_run
from lynchpin.profiles.use_cases.commission_profile_run import commission_profile_run


@page(Permission.COMMISSION_RUN)
def commission_profile_run_page(request: Request) -> HttpResponse:
    """Two steps: the impact assessment in the address, then what of it the run is for. One in force is taken at once."""
    actor, back_url = request.actor, reverse("profiles:runs")
    offered = {each.reference: each for each in assessments_to_run(actor)}
    named = [(reference, f"{each.number}: {each.title}") for reference, each in offered.items()]
    choosing = ChooseAssessmentForm(request.GET, assessments=named)
    chosen = next(iter(offered)) if len(offered) == 1 else choosing.chosen.get("assessment", "")
    if chosen not in offered:
        return show(request, "profiles/choose_assessment.html", choosing=choosing, none=not offered, back_url=back_url)
    under = offered[chosen]
    form = _form(request, under)
    if form.is_valid():
        with refusals_on(form):
            given = {"impact_assessment": under.number} | form.cleaned_data
            run = commission_profile_run(actor, at=clock.now(), **given)
            start_run(actor, run)
            said = _("Run %(run)s is commissioned and is being made.") % {"run": run}
            return redirect_with(request, said, "profiles:profile_run", run)
    shown = {"heading": _("Commission a profile run"), "button": _("Commission the run"), "form": form}
    return show(request, "profiles/commission_profile_run.html", back_url=back_url, rows=_in_rows(under), **shown)


def _form(request: Request, under: AssessmentToRun) -> CommissionProfileRunForm:
    return CommissionProfileRunForm(
        request.POST or None, purposes=under.purposes, clusters=under.clusters, zones=under.zones
    )


def _in_rows(under: AssessmentToRun) -> list[SummaryRow]:
    rows = [
        SummaryRow(_("Impact assessment"), f"{under.number}: {under.title}"),
        SummaryRow(_("Review is due on"), under.review_on),
    ]
    return [*rows, SummaryRow(_("Purpose"), under.purposes[0])] if len(under.purposes) == 1 else rows
