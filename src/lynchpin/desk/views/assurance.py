"""How well and how fairly profiling works: the runs that can be looked at, one of them, and the families behind a number."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.desk.queries.assurance import RunAssurance, run_assurance
from lynchpin.desk.queries.yielded import STAGES, YieldRow, families_behind
from lynchpin.desk.views.assurance_words import (
    STAGE_WORDS,
    alerts,
    contest_rows,
    decision_rows,
    feed_rows,
    quarter_text,
)
from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.face.parts import Progress, Tag
from lynchpin.frontdoor.choices import CandidateState
from lynchpin.frontdoor.choices import Permission as Frontdoor
from lynchpin.kernel import clock
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import Request, page, show
from lynchpin.kernel.reasons import sentence
from lynchpin.outcomes.rules import Quarter
from lynchpin.profiles.choices import Permission, RunState
from lynchpin.profiles.drift_bounds import bounds
from lynchpin.profiles.measure_tables import laid_out
from lynchpin.profiles.queries.assurance import MeasuredRun, runs_to_assure
from lynchpin.profiles.views.runs import COLOURS

COLUMNS = [
    Column(
        "reference",
        gettext_lazy("Family"),
        href=lambda row: reverse("frontdoor:decide_candidate", args=[row.reference]),
    ),
    Column("cluster", gettext_lazy("Cluster")),
    Column("state", gettext_lazy("State"), Cell.TAG, read=lambda row: Tag(str(CandidateState(row.state).label))),
    Column("suggested_on", gettext_lazy("Suggested on"), Cell.DATE),
]


@page(Permission.READ_ASSURANCE, action="list")
def assurance_page(request: Request) -> HttpResponse:
    """The newest run that can be looked at; which others there are, on its page."""
    runs = runs_to_assure(request.actor)
    if not runs:
        return show(request, "desk/assurance_of_nothing.html")
    return HttpResponseRedirect(reverse("desk:assurance_of_run", args=[runs[0].reference]))


@page(Permission.READ_ASSURANCE, opens="run")
def assurance_of_run_page(request: Request, reference: str) -> HttpResponse:
    """One run: alerts in words first, then each number with what it is taken over."""
    found = run_assurance(request.actor, reference)
    feeds = {line.key: line.name for line in found.facts.feeds}
    report = laid_out(found.facts.report, feeds) if found.facts.report else None
    return show(
        request,
        "desk/assurance.html",
        found=found,
        facts=found.facts,
        tag=_state(found.facts.run),
        alerts=alerts(found, report),
        report=report,
        feeds=feed_rows(found),
        decisions=decision_rows(found),
        contests=contest_rows(found),
        stages=[STAGE_WORDS[stage] for stage in STAGES],
        came_of_it=[_yield_row(request, found, row) for row in found.came_of_it],
        bounds=bounds(),
        others=[(each, _state(each)) for each in runs_to_assure(request.actor) if each.reference != reference],
        **_measuring(request, found),
    )


@page(Frontdoor.READ_CANDIDATES, action="list")
def families_behind_page(request: Request) -> HttpResponse:
    """The families that a number of the table counts, as far as this reader sees them."""
    stage = request.GET.get("stage", "") if request.GET.get("stage") in STAGES else STAGES[0]
    quarter = Quarter.read(request.GET.get("quarter", "")) or Quarter.of(clock.today())
    query = ListQuery.from_params(request.GET, COLUMNS, sort="suggested_on")
    found = families_behind(request.actor, query, stage, request.GET.get("cluster", ""), quarter)
    heading = _("%(quarter)s: %(stage)s") % {"quarter": quarter_text(quarter), "stage": STAGE_WORDS[stage]}
    empty = _("None of the families behind this number are in your sight.")
    listing = Listing(COLUMNS, found, request.GET, caption=_("Families behind the number"), empty=empty)
    back_url = reverse("desk:assurance") if request.actor.may(Permission.READ_ASSURANCE) else ""
    return show(request, "desk/families_behind.html", heading=heading, listing=listing, back_url=back_url)


def _state(run: MeasuredRun) -> Tag:
    return Tag(str(RunState(run.state).label), COLOURS[run.state])


def _measuring(request: Request, found: RunAssurance) -> dict[str, Any]:
    job, may = found.facts.job, request.actor.may(Permission.RECORD_ASSURANCE)
    failed = Reason(job.reason_code) if job and job.state == "failed" and job.reason_code else None
    why_not = found.facts.why_not_measure
    said = _("The files of the run are read again, and what comes out is measured.")
    return {
        "progress": Progress(_("The run is being measured"), said, job.done, job.total)
        if found.facts.measuring and job
        else None,
        "failed": sentence(failed) if failed else "",
        "may_measure": may and not found.facts.measuring,
        "why_not_measure": sentence(why_not) if why_not else "",
    }


def _yield_row(request: Request, found: RunAssurance, row: YieldRow) -> dict[str, Any]:
    """A row of the table: each number with the address of its list, where the reader may open one."""
    opens = request.actor.may(Frontdoor.READ_CANDIDATES)
    where = row.name or _("Outside every cluster")
    cells = [
        (text, _address(row, stage) if opens and count else "", f"{where}, {STAGE_WORDS[stage]}")
        for stage, count, text in zip(STAGES, row.counts, found.shown_stages(row.counts), strict=True)
    ]
    return {"quarter": quarter_text(row.quarter), "where": where, "cells": cells}


def _address(row: YieldRow, stage: str) -> str:
    asked = urlencode({"stage": stage, "cluster": row.cluster, "quarter": str(row.quarter)})
    return f"{reverse('desk:families_behind')}?{asked}"
