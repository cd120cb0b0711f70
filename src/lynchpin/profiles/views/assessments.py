"""The register of impact assessments: the list, one in full, and the verbs over one."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.face.parts import SummaryRow, Tag
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence
from lynchpin.profiles.choices import AssessmentEnding, AssessmentState, Permission, RunState
from lynchpin.profiles.forms import EndImpactAssessmentForm, RecordImpactAssessmentForm, RunForm
from lynchpin.profiles.queries import assessments as queries
from lynchpin.profiles.queries.assessments import Assessment, AssessmentRow
from lynchpin.profiles.use_cases.confirm_impact_assessment import confirm_impact_assessment
from lynchpin.profiles.use_cases.end_impact_assessment import end_impact_assessment
from lynchpin.profiles.use_cases.record_impact_assessment import record_impact_assessment
from lynchpin.profiles.views.runs import COLOURS as RUN_COLOURS

COLOURS = {"unconfirmed": "blue", "in_force": "green", "review_soon": "orange", "lapsed": "red", "ended": "grey"}
HERE = "profiles:impact_assessment"


def assessment_tag(row: AssessmentRow) -> Tag:
    return Tag(str(row.state.label), COLOURS[row.state])


def days_left(row: AssessmentRow) -> str:
    """How long it holds, in words; nothing for one that ended."""
    if row.state == AssessmentState.ENDED:
        return ""
    if row.days_left > 0:
        return ngettext("%(days)s day", "%(days)s days", row.days_left) % {"days": row.days_left}
    return _("None: its review is due")


def held_up(row: AssessmentRow) -> str:
    """What stops when it lapses, in words."""
    stops = ngettext("%(runs)s run under way", "%(runs)s runs under way", row.under_way) % {"runs": row.under_way}
    stays = ngettext("%(runs)s approved run", "%(runs)s approved runs", row.shown) % {"runs": row.shown}
    return ", ".join([*([stops] if row.under_way else []), *([stays] if row.shown else [])])


def _address(row: AssessmentRow) -> str:
    return reverse(HERE, args=[row.reference])


COLUMNS = [
    Column("title", gettext_lazy("Impact assessment"), sortable=True, href=_address),
    Column("state", gettext_lazy("State"), Cell.TAG, read=assessment_tag),
    Column("review_on", gettext_lazy("Review"), Cell.DATE, sortable=True),
    Column("days_left", gettext_lazy("Days left"), read=days_left),
    Column("held_up", gettext_lazy("What hangs on it"), read=held_up),
]


@page(Permission.READ_ASSESSMENTS, action="list")
def impact_assessments_page(request: Request) -> HttpResponse:
    query = ListQuery.from_params(request.GET, COLUMNS, sort="review_on")
    found = queries.impact_assessments(request.actor, query)
    empty = _("No impact assessment is recorded. Nobody is profiled until one is confirmed.")
    listing = Listing(COLUMNS, found, request.GET, caption=_("Impact assessments"), empty=empty)
    warnings = [_warning(row) for row in queries.assessments_to_look_at(request.actor)]
    may_record = request.actor.may(Permission.RECORD_ASSESSMENT)
    shown = {"heading": _("Impact assessments"), "warnings": [each for each in warnings if each]}
    return show(request, "profiles/impact_assessments.html", listing=listing, may_record=may_record, **shown)


def _warning(row: AssessmentRow) -> str:
    told = {"title": row.title, "number": row.number, "days": row.days_left}
    if row.state == AssessmentState.REVIEW_SOON:
        return (
            ngettext(
                "%(title)s (%(number)s) is reviewed within %(days)s day. After that nobody is profiled under it.",
                "%(title)s (%(number)s) is reviewed within %(days)s days. After that nobody is profiled under it.",
                row.days_left,
            )
            % told
        )
    if row.state == AssessmentState.LAPSED:
        return _("%(title)s (%(number)s) has lapsed. Nobody is profiled under it until it is reviewed.") % told
    return ""


@page(Permission.READ_ASSESSMENTS, opens="assessment")
def impact_assessment_page(request: Request, reference: str) -> HttpResponse:
    facts = queries.impact_assessment(request.actor, reference)
    may = request.actor.may
    return show(
        request,
        "profiles/impact_assessment.html",
        facts=facts,
        tag=assessment_tag(facts.row),
        rows=_in_rows(facts),
        runs=[
            (run, purpose, Tag(str(RunState(state).label), RUN_COLOURS[state])) for run, purpose, state in facts.runs
        ],
        waits=facts.row.state == AssessmentState.UNCONFIRMED,
        may_confirm=may(Permission.CONFIRM_ASSESSMENT),
        why_not_confirm=sentence(facts.why_not_confirm) if facts.why_not_confirm else "",
        may_review=may(Permission.RECORD_ASSESSMENT) and facts.confirmed_on is not None,
        may_end=may(Permission.END_ASSESSMENT) and facts.why_not_end is None,
    )


@page(Permission.RECORD_ASSESSMENT)
def record_impact_assessment_page(request: Request) -> HttpResponse:
    """A new one; or one that was reviewed, begun from what it said before."""
    offered, before = queries.to_record(request.actor), _before(request)
    form = RecordImpactAssessmentForm(
        request.POST or None,
        colleagues=offered.colleagues,
        clusters=offered.clusters,
        zones=offered.zones,
        initial=_begun_from(before) if before else {},
    )
    if form.is_valid():
        with refusals_on(form):
            reference = record_impact_assessment(request.actor, at=clock.now(), **form.cleaned_data)
            said = _("The assessment is kept. It counts once the data protection officer has confirmed it.")
            return redirect_with(request, said, HERE, reference)
    back_url = reverse("profiles:impact_assessments")
    heading = _("Record a reviewed impact assessment") if before else _("Record an impact assessment")
    shown = {"heading": heading, "button": _("Keep the assessment"), "form": form, "back_url": back_url}
    return show(request, "profiles/record_impact_assessment.html", **shown)


def _before(request: Request) -> Assessment | None:
    earlier = request.GET.get("reviews", "")
    return queries.impact_assessment(request.actor, earlier) if earlier else None


def _begun_from(before: Assessment) -> dict[str, Any]:
    return {
        "number": before.row.number,
        "title": before.row.title,
        "answerable": before.answerable_reference,
        "purposes": "\n".join(before.purposes),
        "everywhere": before.everywhere,
        "cluster_keys": before.cluster_keys,
        "zone_keys": before.zone_keys,
        "document_place": before.document_place,
    }


@page(Permission.CONFIRM_ASSESSMENT, opens="assessment")
def confirm_impact_assessment_page(request: Request, reference: str) -> HttpResponse:
    facts = queries.impact_assessment(request.actor, reference)
    form = RunForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            confirm_impact_assessment(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said = _("The assessment is confirmed. Runs may be commissioned under it until its review.")
            return redirect_with(request, said, HERE, reference)
    why_not = sentence(facts.why_not_confirm) if facts.why_not_confirm else ""
    shown = {"facts": facts, "form": form, "rows": _in_rows(facts), "why_not": why_not}
    return show(request, "profiles/confirm_impact_assessment.html", back_url=_address(facts.row), **shown)


@page(Permission.END_ASSESSMENT, opens="assessment")
def end_impact_assessment_page(request: Request, reference: str) -> HttpResponse:
    facts = queries.impact_assessment(request.actor, reference)
    form = EndImpactAssessmentForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            end_impact_assessment(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said = _("The assessment has ended. Nobody is profiled under it from now on.")
            return redirect_with(request, said, HERE, reference)
    shown = {"facts": facts, "form": form, "held_up": held_up(facts.row), "back_url": _address(facts.row)}
    return show(request, "profiles/end_impact_assessment.html", **shown)


def _in_rows(facts: Assessment) -> list[SummaryRow]:
    places = _("Every place") if facts.everywhere else ", ".join(facts.places)
    given: list[tuple[str, Any]] = [
        (_("Its number"), facts.row.number),
        (_("Who answers for it"), facts.answerable),
        (_("Purposes"), "; ".join(facts.purposes)),
        (_("Clusters and zones"), places),
        (_("Decided on"), facts.decided_on),
        (_("Review is due on"), facts.row.review_on),
        (_("Days left"), days_left(facts.row)),
        (_("The document is kept at"), facts.document_place),
        (_("What hangs on it"), held_up(facts.row)),
        (_("Recorded by"), facts.recorded_by),
        (_("Recorded on"), facts.recorded_on),
        (_("Confirmed by"), facts.confirmed_by),
        (_("Confirmed on"), facts.confirmed_on),
        (_("Ended by"), facts.ended_by),
        (_("Ended on"), facts.ended_on),
        (_("Why it ended"), str(AssessmentEnding(facts.ending).label) if facts.ending else ""),
    ]
    return [SummaryRow(key, value) for key, value in given if value]
