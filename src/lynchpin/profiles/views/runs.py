"""Profile runs: the list, and one with its counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.face.parts import Link, Progress, SummaryRow, Tag, Tile
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.page import Request, page, show
from lynchpin.profiles import queries
from lynchpin.profiles.choices import Permission, ResilienceBand, RunState, VulnerabilityBand
from lynchpin.profiles.forms import RunForm
from lynchpin.profiles.queries.freezes import freeze_of_run
from lynchpin.profiles.queries.runs import Run, RunRow
from lynchpin.profiles.queries.stops import stop_standing
from lynchpin.profiles.routes import route_names

COLOURS = {"commissioned": "blue", "received": "orange", "approved": "green", "withdrawn": "grey", "failed": "red"}


def run_state(row: RunRow | Run) -> Tag:
    return Tag(str(RunState(row.state).label), COLOURS[row.state])


def _address(row: RunRow) -> str:
    return reverse("profiles:profile_run", args=[row.reference])


COLUMNS = [
    Column("reference", gettext_lazy("Run"), href=_address),
    Column("purpose", gettext_lazy("Purpose")),
    Column("state", gettext_lazy("State"), Cell.TAG, sortable=True, read=run_state),
    Column("commissioned_at", gettext_lazy("Commissioned"), Cell.DATE, sortable=True),
    Column("review_on", gettext_lazy("Review"), Cell.DATE, sortable=True),
    Column("families", gettext_lazy("Families"), Cell.NUMBER),
]


@page(Permission.READ_RUNS, action="list")
def runs_page(request: Request) -> HttpResponse:
    query = ListQuery.from_params(request.GET, COLUMNS, sort="-commissioned_at")
    found = queries.runs(request.actor, query)
    empty = _("No profile run has been commissioned.")
    listing = Listing(COLUMNS, found, request.GET, caption=_("Profile runs"), empty=empty)
    stopped = stop_standing(request.actor)
    may_commission = request.actor.may(Permission.COMMISSION_RUN) and not stopped
    shown = {"heading": _("Profile runs"), "listing": listing, "stopped": stopped}
    return show(request, "profiles/runs.html", may_commission=may_commission, **shown)


@page(Permission.READ_RUNS, opens="run")
def profile_run_page(request: Request, reference: str) -> HttpResponse:
    facts = queries.profile_run(request.actor, reference)
    may = request.actor.may
    assurance = reverse("desk:assurance_of_run", args=[reference]) if facts.is_there else ""
    return show(
        request,
        "profiles/profile_run.html",
        assurance_url=assurance if may(Permission.READ_ASSURANCE) else "",
        facts=facts,
        tag=run_state(facts),
        rows=_in_rows(facts),
        tiles=_tiles(facts.counts),
        tables=_tables(facts.counts),
        progress=_progress(facts),
        button=RunForm(initial={"version": facts.version}),
        frozen=freeze_of_run(request.actor, reference) if may(Permission.READ_ASSURANCE) else None,
        may_approve=may(Permission.APPROVE_RUN),
        may_withdraw=may(Permission.WITHDRAW_RUN),
    )


def _progress(facts: Run) -> Progress | None:
    if facts.state != RunState.COMMISSIONED:
        return None
    return Progress(_("The run is being made"), _("The files are being read and linked."), facts.done, facts.total)


def _in_rows(facts: Run) -> list[SummaryRow]:
    given: list[tuple[str, str | date | Link | None]] = [
        (_("Purpose"), facts.purpose),
        (_("Clusters and zones"), ", ".join(facts.places)),
        (_("Impact assessment"), _assessment(facts)),
        (_("Review is due on"), facts.review_on),
        (_("What was known on"), facts.as_at),
        (_("Feeds read"), "; ".join(name for name, _day in facts.feeds)),
        (_("Feeds not read"), "; ".join(facts.absent_feeds)),
        (_("Commissioned by"), facts.commissioned_by),
        (_("Commissioned on"), local_date(facts.commissioned_at)),
        (_("Approved by"), facts.approved_by),
        (_("Approved on"), local_date(facts.approved_at) if facts.approved_at else None),
        (_("Stopped by"), facts.withdrawn_by),
        (_("Stopped on"), local_date(facts.withdrawn_at) if facts.withdrawn_at else None),
        (_("Why it failed"), facts.failure),
    ]
    return [SummaryRow(key, value) for key, value in given if value]


def _assessment(facts: Run) -> str | Link:
    """By its number, and to its place in the register."""
    if not facts.assessment:
        return facts.impact_assessment
    return Link(facts.impact_assessment, reverse("profiles:impact_assessment", args=[facts.assessment]))


def _tiles(counts: Mapping[str, int]) -> list[Tile]:
    labels = {
        "families": _("families profiled"),
        "people": _("people in them"),
        "insufficient": _("families with too little data, not scored"),
        "excluded": _("families with an open plan, not scored"),
        "outside": _("families outside the population, dropped"),
        "followed": _("answers about two records that it followed"),
        "doubted": _("pairs of records that people are asked about"),
    }
    return [Tile(counts[name], label) for name, label in labels.items() if name in counts]


def _tables(counts: Mapping[str, Mapping[str, int]]) -> list[tuple[str, list[tuple[str, int]]]]:
    """Families by band and by suggested route, each as (caption, rows of words and count)."""
    words = {
        "vulnerability": (_("Families by vulnerability"), {str(key): str(key.label) for key in VulnerabilityBand}),
        "resilience": (_("Families by resilience"), {str(key): str(key.label) for key in ResilienceBand}),
        "routes": (_("Families by suggested route"), route_names()),
    }
    return [
        (caption, [(names.get(key, key), counts[name][key]) for key in names if key in counts[name]])
        for name, (caption, names) in words.items()
        if name in counts
    ]
