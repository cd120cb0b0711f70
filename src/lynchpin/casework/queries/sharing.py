"""A fair sharing out of a cluster's waiting cases: what the proposal is made from, and the proposal beside what it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Q

from lynchpin.casework.choices import Permission
from lynchpin.casework.models import Case, CaseQuerySet
from lynchpin.casework.queries.headroom import WorkerHeadroom, workers_with_loads
from lynchpin.casework.queries.heads import CaseRow, rows_of
from lynchpin.casework.queries.holders import holder_ids, holders_in
from lynchpin.casework.queries.to_share import Question, question
from lynchpin.casework.sharing import Proposal, largest_load_ratio, loads_after, round_robin, share, travel_km
from lynchpin.face.context import in_language
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff
from lynchpin.places.models import Cluster

PROPOSABLE = ("engagement-worker",)  # a lead worker shares out; holding cases of their own is a choice, not a proposal
SHARED_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class SharedCase:
    """A case that waits, and what is proposed for it."""

    case: CaseRow
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class SharedWorker:
    """A worker now, and what would be on their caseload once everything proposed is given, in points."""

    now: WorkerHeadroom
    after: int
    may_be_proposed: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """The fullest caseload as a share of its capacity, and kilometres in all: as proposed, and handed out in turn."""

    ratio: float
    ratio_in_turn: float
    km: float
    km_in_turn: float


@dataclass(frozen=True, slots=True)
class Sharing:
    """A cluster's waiting cases with their proposals, the workers, and what it comes to. `left_over` waits for another time."""

    cluster: str
    name: str
    cases: tuple[SharedCase, ...]
    workers: tuple[SharedWorker, ...]
    comparison: Comparison
    left_over: int


@read(Permission.SHARE_OUT_CASES)
def sharing(actor: Actor, cluster: str) -> Sharing:
    """The proposal for one cluster, with those from outside every cluster whom its colleagues lead. Raises `NotFound`."""
    name = _name_of(actor, cluster)
    staff = _team(actor, cluster)
    waiting = _waiting(actor, cluster, [row.pk for row in staff])
    cases = list(waiting[:SHARED_AT_ONCE])
    workers = workers_with_loads(actor, staff)
    proposable = _proposable(actor, workers)
    asked = question(actor, cases, [worker for worker in workers if worker.staff_id in proposable])
    proposals = share(asked.cases, asked.workers, asked.settings)
    by_reference = {row.reference: row for row in rows_of(actor, cases)}
    after = loads_after(asked.cases, asked.workers, proposals)
    return Sharing(
        cluster=cluster,
        name=name,
        cases=tuple(SharedCase(by_reference[each.reference], each) for each in proposals),
        workers=tuple(
            SharedWorker(each, after.get(each.staff_id, each.load), each.staff_id in proposable) for each in workers
        ),
        comparison=compared(asked, proposals),
        left_over=max(0, waiting.count() - SHARED_AT_ONCE),
    )


@read(Permission.SHARE_OUT_CASES)
def afresh(actor: Actor, cluster: str) -> Question:
    """Every open case of a cluster as if nobody held any: for measuring how well the proposal shares out, never for a page."""
    staff = _team(actor, cluster)
    cases = list(Case.objects.visible_to(actor).open().filter(cluster_id=cluster).order_by("opened_at", "pk"))
    proposable = holder_ids(actor.on, [row.pk for row in staff], PROPOSABLE)
    workers = [each for each in workers_with_loads(actor, staff) if each.staff_id in proposable]
    asked = question(actor, cases, workers)
    return Question(asked.cases, tuple(replace(worker, load=0) for worker in asked.workers), asked.settings)


def _proposable(actor: Actor, workers: Sequence[WorkerHeadroom]) -> frozenset[int]:
    """Those who share cases out and are there; a case is proposed to nobody who is away."""
    here = [worker.staff_id for worker in workers if worker.away_until is None]
    return holder_ids(actor.on, here, PROPOSABLE)


def compared(asked: Question, proposals: Sequence[Proposal]) -> Comparison:
    """A proposal beside handing the same cases out in turn."""
    in_turn = round_robin(asked.cases, asked.workers)
    return Comparison(
        ratio=largest_load_ratio(asked.cases, asked.workers, proposals),
        ratio_in_turn=largest_load_ratio(asked.cases, asked.workers, in_turn),
        km=travel_km(proposals),
        km_in_turn=travel_km(in_turn),
    )


def _name_of(actor: Actor, cluster: str) -> str:
    if actor.scope != "all" and cluster not in actor.reaches("cluster"):
        raise NotFound("places.Cluster")
    found = Cluster.objects.visible_to(actor).find(key=cluster)
    return in_language({"en": found.name_en, "cy": found.name_cy})


def _team(actor: Actor, cluster: str) -> list[Staff]:
    """Colleagues of the cluster who may hold cases, by name."""
    here = holders_in(cluster, actor.on)
    return list(Staff.objects.visible_to(actor).at_work(actor.on).filter(pk__in=here).order_by("name", "pk"))


def _waiting(actor: Actor, cluster: str, leads: Sequence[int]) -> CaseQuerySet:
    mine = Q(cluster_id=cluster) | Q(cluster__isnull=True, lead_id__in=leads)
    return Case.objects.visible_to(actor).waiting().filter(mine).order_by("opened_at", "pk")
