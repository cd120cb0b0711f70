"""The allocation board: cases that wait, beside the workers and their room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.casework.choices import CapacityPart, Permission
from lynchpin.casework.queries.absences import CoverLine
from lynchpin.casework.queries.headroom import ClusterHeadroom, WorkerHeadroom, allocation_board
from lynchpin.casework.rules import CapacityLine
from lynchpin.face.parts import Meter, Tile
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, show


def meter_of(worker: WorkerHeadroom) -> Meter:
    """A worker's caseload as a bar and a sentence."""
    sentence = _("%(load)s of %(limit)s points are in use; cases: %(cases)s.") % {
        "load": worker.load,
        "limit": worker.limit,
        "cases": worker.cases,
    }
    return Meter(worker.name, worker.load, worker.limit, sentence)


@dataclass(frozen=True, slots=True)
class WorkerLine:
    """A worker on the board: their bar, and how what they can carry is made up."""

    meter: Meter
    lines: tuple[tuple[str, int], ...]
    duties_url: str
    beside: tuple[str, ...]
    away_url: str


@dataclass(frozen=True, slots=True)
class ClusterLine:
    """A cluster on the board: its team's bar, what waits and what is silent, and the way to sharing out."""

    name: str
    meter: Meter
    tiles: tuple[Tile, ...]
    share_url: str


@page(Permission.READ_HEADROOM, action="list")
def allocation_board_page(request: Request) -> HttpResponse:
    board = allocation_board(request.actor)
    return show(
        request,
        "casework/allocation_board.html",
        board=board,
        workers=[_worker_line(worker, request.actor) for worker in board.workers],
        clusters=[_cluster_line(cluster, request.actor) for cluster in board.clusters if cluster.key],
        may_allocate=request.actor.may(Permission.ALLOCATE_CASE),
    )


def _worker_line(worker: WorkerHeadroom, actor: Actor) -> WorkerLine:
    may = actor.may(Permission.RECORD_DUTIES)
    url = reverse("casework:record_duties", args=[worker.staff_id]) if may else ""
    away = reverse("casework:record_absence", args=[worker.staff_id]) if actor.may(Permission.RECORD_ABSENCE) else ""
    return WorkerLine(meter_of(worker), capacity_rows(worker.capacity), url, _beside(worker), away)


def _beside(worker: WorkerHeadroom) -> tuple[str, ...]:
    """That they are away, and what they cover: stated beside their caseload, and in no sum."""
    gone = [_("Away until %(day)s.") % {"day": date_format(worker.away_until, "j F Y")}] if worker.away_until else []
    return (*gone, *(_cover_words(line) for line in worker.covers))


def _cover_words(line: CoverLine) -> str:
    words = ngettext(
        "Covers %(cases)s case for %(worker)s until %(day)s: %(load)s points beside their own.",
        "Covers %(cases)s cases for %(worker)s until %(day)s: %(load)s points beside their own.",
        line.cases,
    )
    day = date_format(line.until, "j F Y")
    return words % {"cases": line.cases, "worker": line.name, "day": day, "load": line.load}


def capacity_rows(lines: Iterable[CapacityLine]) -> tuple[tuple[str, int], ...]:
    """Each line of what a worker can carry, in words with its points."""
    return tuple((_capacity_words(line), line.points) for line in lines)


def _capacity_words(line: CapacityLine) -> str:
    label = str(CapacityPart(line.part).label)
    if line.part == CapacityPart.FULL_TIME:
        return label
    if line.part in (CapacityPart.PART_TIME, CapacityPart.FIRST_YEAR):
        return _("%(part)s (%(percent)s%%)") % {"part": label, "percent": line.amount}
    return _("%(part)s: %(hours)s") % {"part": label, "hours": line.amount}


def _cluster_line(cluster: ClusterHeadroom, actor: Actor) -> ClusterLine:
    listed = f"{reverse('casework:caseload')}?cluster={cluster.key}"
    words = {"load": cluster.team_load, "limit": cluster.limit}
    meter = Meter(_("The team"), cluster.team_load, cluster.limit, _("%(load)s of %(limit)s points are in use") % words)
    tiles = (
        Tile(cluster.silent, _("not spoken with for two weeks"), f"{listed}&show=silent"),
        Tile(cluster.waiting, _("waiting for a worker"), f"{listed}&show=waiting"),
        Tile(cluster.cases, ngettext("open case", "open cases", cluster.cases), listed),
    )
    may = cluster.waiting and actor.may(Permission.SHARE_OUT_CASES)
    return ClusterLine(
        cluster.name, meter, tiles, reverse("casework:share_out_cases", args=[cluster.key]) if may else ""
    )
