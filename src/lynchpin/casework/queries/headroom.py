"""How full caseloads are, by worker and by cluster, and who may take the next case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, Sum

from lynchpin.casework import hands, rules
from lynchpin.casework.choices import Permission
from lynchpin.casework.models import Case, not_heard_since
from lynchpin.casework.queries.absences import CoverLine, around, cover_lines
from lynchpin.casework.queries.capacities import capacities
from lynchpin.casework.queries.caseload import waiting_cases
from lynchpin.casework.queries.heads import CaseRow, cluster_names, rows_of
from lynchpin.casework.queries.holders import clusters_of, holder_ids, kept_away
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff


@dataclass(frozen=True, slots=True)
class WorkerHeadroom:
    """A worker's caseload in points: what is on it, what it can hold, and how that is made up.

    `silent` counts cases without recent contact. `covers` is what they look after for colleagues who are away, beside it.
    """

    staff_id: int
    name: str
    speaks_welsh: bool
    clusters: tuple[str, ...]
    cases: int
    silent: int
    load: int
    limit: int
    capacity: tuple[rules.CapacityLine, ...] = ()
    covers: tuple[CoverLine, ...] = ()
    away_until: date | None = None

    @property
    def room(self) -> int:
        return self.limit - self.load


@dataclass(frozen=True, slots=True)
class ClusterHeadroom:
    """A cluster's caseloads together. `key` is empty for people outside every cluster.

    `load` is of its people's cases, `team_load` of what its workers hold; both and `limit` are in points.
    """

    key: str
    name: str
    cases: int
    waiting: int
    silent: int
    load: int
    limit: int
    team_load: int = 0


@dataclass(frozen=True, slots=True)
class Board:
    """Cases that wait for a worker, beside the workers and their clusters."""

    waiting: tuple[CaseRow, ...]
    workers: tuple[WorkerHeadroom, ...]
    clusters: tuple[ClusterHeadroom, ...]


@dataclass(frozen=True, slots=True)
class WorkerChoice:
    """A worker, and why this case cannot be theirs, if it cannot."""

    worker: WorkerHeadroom
    why_not: Reason | None


@dataclass(frozen=True, slots=True)
class CaseToAllocate:
    """A case, and who could hold it."""

    case: CaseRow
    choices: tuple[WorkerChoice, ...]


@read(Permission.READ_HEADROOM)
def headroom(actor: Actor) -> tuple[WorkerHeadroom, ...]:
    """Every worker in reach who may hold cases, by name: nobody is ranked."""
    return workers_with_loads(actor, list(_holders(actor)))


@read(Permission.READ_HEADROOM)
def cluster_headroom(actor: Actor) -> tuple[ClusterHeadroom, ...]:
    """One's own clusters, those of every worker for who sees all, and whatever else has an open case; by name."""
    return _clusters(actor, workers_with_loads(actor, list(_holders(actor))))


def _clusters(actor: Actor, workers: tuple[WorkerHeadroom, ...]) -> tuple[ClusterHeadroom, ...]:
    counted = {row["cluster_id"] or "": row for row in _by_cluster(actor)}
    keys = _reached(actor, workers) | set(counted)
    names = cluster_names(actor, keys)
    found = (_cluster(key, names.get(key, ""), counted.get(key, {}), workers) for key in keys)
    return tuple(sorted(found, key=lambda cluster: (cluster.name == "", cluster.name)))


@read(Permission.READ_HEADROOM)
def allocation_board(actor: Actor) -> Board:
    """What a lead worker shares out, and among whom."""
    workers = workers_with_loads(actor, list(_holders(actor)))
    return Board(waiting_cases(actor), workers, _clusters(actor, workers))


@read(Permission.ALLOCATE_CASE)
def case_to_allocate(actor: Actor, reference: str) -> CaseToAllocate:
    """One case beside each worker in reach, with the reason where it does not fit."""
    case = Case.objects.visible_to(actor).find(reference=reference)
    holders, kept = list(_holders(actor)), kept_away(actor, case.resident_id)
    choices = (
        WorkerChoice(worker, _why_not(case, row, worker, row.pk in kept, actor.on))
        for row, worker in zip(holders, workers_with_loads(actor, holders), strict=True)
    )
    return CaseToAllocate(rows_of(actor, [case])[0], tuple(choices))


def _why_not(case: Case, staff: Staff, worker: WorkerHeadroom, kept: bool, on: date) -> Reason | None:
    no = rules.why_not_hold(staff, holds_cases=True, kept_away=kept, on=on) or hands.why_not_while_away(
        worker.away_until
    )
    return no or rules.why_not_allocate(case, worker_id=staff.pk, load=worker.load, limit=worker.limit)


def _holders(actor: Actor) -> Iterable[Staff]:
    return Staff.objects.visible_to(actor).at_work(actor.on).filter(pk__in=holder_ids(actor.on)).order_by("name", "pk")


def workers_with_loads(actor: Actor, staff: list[Staff]) -> tuple[WorkerHeadroom, ...]:
    """Colleagues with what they hold and can hold, in their order. Loads are counted whole: a sealed case weighs too."""
    ids = [row.pk for row in staff]
    loads = {row["worker_id"]: row for row in _loads(ids, actor.on)}
    places, can_carry = clusters_of(ids), capacities(actor, staff, actor.on)
    near = around(ids, actor.on)
    covering, gone = cover_lines(near), {absence.staff_id: absence.to_on for absence in near}
    return tuple(
        WorkerHeadroom(
            staff_id=row.pk,
            name=row.name,
            speaks_welsh=row.speaks_welsh,
            clusters=places.get(row.pk, ()),
            cases=loads.get(row.pk, {}).get("cases", 0),
            silent=loads.get(row.pk, {}).get("silent", 0),
            load=loads.get(row.pk, {}).get("load", 0),
            limit=can_carry[row.pk].points,
            capacity=can_carry[row.pk].lines,
            covers=covering.get(row.pk, ()),
            away_until=gone.get(row.pk),
        )
        for row in staff
    )


def _loads(ids: list[int], on: date) -> Iterable[dict[str, int]]:
    held = Case.unscoped.open().filter(worker_id__in=ids).order_by()
    return held.values("worker_id").annotate(cases=Count("pk"), silent=_silent(on), load=Sum("weight"))


def _by_cluster(actor: Actor) -> Iterable[dict[str, Any]]:
    cases = Case.objects.visible_to(actor).open().order_by()
    found: Iterable[dict[str, Any]] = cases.values("cluster_id").annotate(  # type: ignore[assignment]
        cases=Count("pk"),
        waiting=Count("pk", filter=Q(worker__isnull=True)),
        silent=_silent(actor.on),
        load=Sum("weight"),
    )
    return found


def _silent(on: date) -> Count:
    return Count("pk", filter=not_heard_since(on))


def _reached(actor: Actor, workers: tuple[WorkerHeadroom, ...]) -> set[str]:
    """Clusters to show even when nothing is in them: one's own, or all that anybody works in for those who see all."""
    if actor.scope == "all":
        return {key for worker in workers for key in worker.clusters}
    return set(actor.reaches("cluster"))


def _cluster(key: str, name: str, counted: dict[str, Any], workers: tuple[WorkerHeadroom, ...]) -> ClusterHeadroom:
    return ClusterHeadroom(
        key=key,
        name=name,
        cases=counted.get("cases", 0),
        waiting=counted.get("waiting", 0),
        silent=counted.get("silent", 0),
        load=counted.get("load", 0),
        limit=sum(worker.limit for worker in workers if key in worker.clusters),
        team_load=sum(worker.load for worker in workers if key in worker.clusters),
    )
