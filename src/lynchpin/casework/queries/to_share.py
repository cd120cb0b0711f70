"""What the pure proposal is asked: cases and workers with what counts, gathered under the asker's scope."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lynchpin.casework.choices import CaseStatus
from lynchpin.casework.models import Case
from lynchpin.casework.queries.capacities import duties_in_force, terms_of_loads
from lynchpin.casework.queries.distances import bases, homes_in_areas
from lynchpin.casework.queries.headroom import WorkerHeadroom
from lynchpin.casework.queries.holders import kept_from
from lynchpin.casework.sharing import CaseToShare, Settings, WorkerWithRoom
from lynchpin.frontdoor.models import Referral
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.people.choices import Language
from lynchpin.people.models import Resident


@dataclass(frozen=True, slots=True)
class Question:
    """Cases, workers, and how they are weighed against each other."""

    cases: tuple[CaseToShare, ...]
    workers: tuple[WorkerWithRoom, ...]
    settings: Settings


def question(actor: Actor, cases: Sequence[Case], workers: Sequence[WorkerHeadroom]) -> Question:
    """The question for some cases and workers, weighed as the formula in force says."""
    weights = terms_of_loads(actor, actor.on).sharing
    return Question(_cases(actor, cases), _workers(actor, workers), Settings(**weights))


def _cases(actor: Actor, cases: Sequence[Case]) -> tuple[CaseToShare, ...]:
    residents = {case.resident_id for case in cases}
    homes, kept = homes_in_areas(actor, residents), kept_from(residents)
    languages, knew = _languages(actor, residents), _former_workers(actor, residents)
    needs = _needs(actor, cases)
    return tuple(
        CaseToShare(
            reference=case.reference,
            weight=case.weight,
            place=homes.get(case.resident_id),
            waited_days=(actor.on - local_date(case.opened_at)).days,
            wants_welsh=languages.get(case.resident_id) == Language.WELSH,
            skills=needs.get(case.referral_reference, frozenset()),
            former_worker_id=knew.get(case.resident_id),
            kept_away=kept.get(case.resident_id, frozenset()),
        )
        for case in cases
    )


def _workers(actor: Actor, workers: Sequence[WorkerHeadroom]) -> tuple[WorkerWithRoom, ...]:
    duties = duties_in_force(actor, (worker.staff_id for worker in workers), actor.on)
    clusters = {worker.staff_id: worker.clusters for worker in workers}
    own = {staff_id: row.base_area_id for staff_id, row in duties.items() if row.base_area_id}
    start = bases(actor, clusters, own, actor.on)
    return tuple(
        WorkerWithRoom(
            id=worker.staff_id,
            capacity=worker.limit,
            load=worker.load,
            base=start.get(worker.staff_id),
            speaks_welsh=worker.speaks_welsh,
            skills=frozenset(duties[worker.staff_id].skills) if worker.staff_id in duties else frozenset(),
        )
        for worker in workers
    )


def _languages(actor: Actor, resident_ids: Collection[int]) -> dict[int, str]:
    rows = Resident.objects.visible_to(actor).filter(pk__in=resident_ids)
    return dict(rows.values_list("pk", "language"))


def _former_workers(actor: Actor, resident_ids: Collection[int]) -> dict[int, int]:
    """Who worked with each resident last, in a case that is closed."""
    ended = Case.objects.visible_to(actor).filter(
        resident_id__in=resident_ids, status=CaseStatus.CLOSED, worker__isnull=False
    )
    return dict(ended.order_by("ended_on", "pk").values_list("resident_id", "worker_id"))


def _needs(actor: Actor, cases: Sequence[Case]) -> dict[str, frozenset[str]]:
    """What each case's referral asked for help with."""
    wanted = {case.referral_reference for case in cases} - {""}
    rows = Referral.objects.visible_to(actor).filter(reference__in=wanted)
    return {reference: frozenset(needs) for reference, needs in rows.values_list("reference", "needs")}
