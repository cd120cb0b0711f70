"""Whether profiling is stopped, why, and letting it go on by two people."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import SummaryRow, Tag
from lynchpin.kernel import clock
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence
from lynchpin.profiles.choices import Permission, StopReason, StopState
from lynchpin.profiles.forms import ProposeResumingForm, RunForm
from lynchpin.profiles.queries import stops as queries
from lynchpin.profiles.queries.stops import Stop
from lynchpin.profiles.use_cases.decline_resuming import decline_resuming
from lynchpin.profiles.use_cases.propose_resuming import propose_resuming
from lynchpin.profiles.use_cases.resume_profiling import resume_profiling

HERE = "profiles:profiling_stop"


def stop_tag(stop: Stop) -> Tag:
    return Tag(str(StopState(stop.state).label), "red" if stop.state == StopState.STANDS else "grey")


@page(Permission.READ_RUNS, action="list")
def profiling_stops_page(request: Request) -> HttpResponse:
    """How profiling stands, and every stop there was."""
    found = queries.profiling_stops(request.actor)
    standing = next((each for each in found if each.state == StopState.STANDS), None)
    return show(
        request,
        "profiles/profiling_stops.html",
        standing=standing,
        stops=[(each, stop_tag(each), _in_rows(each)[:3]) for each in found],
        may_stop=request.actor.may(Permission.STOP_PROFILING) and standing is None,
    )


@page(Permission.READ_RUNS, opens="stop")
def profiling_stop_page(request: Request, reference: str) -> HttpResponse:
    facts, may = queries.profiling_stop(request.actor, reference), request.actor.may
    stands = facts.state == StopState.STANDS
    return show(
        request,
        "profiles/profiling_stop.html",
        facts=facts,
        tag=stop_tag(facts),
        rows=_in_rows(facts),
        may_propose=may(Permission.PROPOSE_RESUMING) and facts.why_not_propose is None,
        may_resume=may(Permission.RESUME_PROFILING) and stands and bool(facts.proposal),
        why_not_resume=sentence(facts.why_not_resume) if facts.why_not_resume else "",
        may_decline=may(Permission.DECLINE_RESUMING) and facts.why_not_decline is None,
    )


@page(Permission.PROPOSE_RESUMING, opens="stop")
def propose_resuming_page(request: Request, reference: str) -> HttpResponse:
    facts = queries.profiling_stop(request.actor, reference)
    form = ProposeResumingForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            propose_resuming(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said = _("Your proposal is kept. Profiling stays stopped until another person agrees.")
            return redirect_with(request, said, HERE, reference)
    why_not = sentence(facts.why_not_propose) if facts.why_not_propose else ""
    return show(request, "profiles/propose_resuming.html", why_not=why_not, **_shown(facts, form))


@page(Permission.RESUME_PROFILING, opens="stop")
def resume_profiling_page(request: Request, reference: str) -> HttpResponse:
    facts = queries.profiling_stop(request.actor, reference)
    form = RunForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            resume_profiling(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said = _("Profiling goes on. Runs may be commissioned again; what was stopped stays stopped.")
            return redirect_with(request, said, HERE, reference)
    why_not = sentence(facts.why_not_resume) if facts.why_not_resume else ""
    return show(request, "profiles/resume_profiling.html", why_not=why_not, **_shown(facts, form))


@page(Permission.DECLINE_RESUMING, opens="stop")
def decline_resuming_page(request: Request, reference: str) -> HttpResponse:
    facts = queries.profiling_stop(request.actor, reference)
    form = RunForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            decline_resuming(request.actor, reference=reference, **form.cleaned_data)
            return redirect_with(request, _("The proposal is gone. Profiling stays stopped."), HERE, reference)
    why_not = sentence(facts.why_not_decline) if facts.why_not_decline else ""
    return show(request, "profiles/decline_resuming.html", why_not=why_not, **_shown(facts, form))


def _shown(facts: Stop, form: Any) -> dict[str, Any]:
    return {"facts": facts, "form": form, "rows": _in_rows(facts), "back_url": reverse(HERE, args=[facts.reference])}


def _in_rows(facts: Stop) -> list[SummaryRow]:
    given: list[tuple[str, Any]] = [
        (_("Stopped on"), local_date(facts.stopped_at)),
        (_("Stopped by"), facts.stopped_by),
        (_("Why"), str(StopReason(facts.reason).label)),
        (_("In their words"), facts.words),
        (_("Runs that were stopped"), str(facts.runs_stopped)),
        (_("Families shown no longer"), str(facts.families_hidden)),
        (_("Proposed to go on by"), facts.proposed_by),
        (_("Proposed on"), facts.proposed_on),
        (_("Why it may go on"), facts.proposal),
        (_("Agreed by"), facts.resumed_by),
        (_("Goes on since"), facts.resumed_on),
    ]
    return [SummaryRow(key, value) for key, value in given if value]
