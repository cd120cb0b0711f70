"""Why a worker is proposed for a case, or nobody is: codes with what their sentences name."""

from __future__ import annotations

from collections.abc import Sequence

from lynchpin.casework.sharing.facts import CaseToShare, WorkerWithRoom, km_between
from lynchpin.kernel.errors import Reason

Workers = Sequence[WorkerWithRoom]


def why(case: CaseToShare, worker: WorkerWithRoom, workers: Workers, *, fullest: float) -> tuple[Reason, ...]:
    """Every reason that speaks for a proposal or must be known beside it. `fullest` is the largest load ratio afterwards."""
    could = [each for each in workers if each.can_take(case)]
    found = (
        Reason("only_worker_with_room") if len(could) == 1 else None,
        _knew_them(case, worker),
        _language(case, worker, could),
        _way(case, worker, could),
        _skills(case, worker),
        _load(worker, could, fullest) if len(could) > 1 else None,
    )
    return tuple(reason for reason in found if reason is not None)


def why_nobody(case: CaseToShare, workers: Workers) -> Reason:
    """Why a case stays where it is. Who is kept away from it, and why, is told to nobody."""
    if not workers:
        return Reason("nobody_to_share_among")
    if not any(worker.load + case.weight <= worker.capacity for worker in workers):
        return Reason("nobody_has_room", weight=case.weight)
    if not any(worker.can_take(case) for worker in workers):
        return Reason("kept_from_those_with_room")
    return Reason("room_went_to_others")


def _knew_them(case: CaseToShare, worker: WorkerWithRoom) -> Reason | None:
    return Reason("knew_them_before") if case.former_worker_id == worker.id else None


def _language(case: CaseToShare, worker: WorkerWithRoom, could: Workers) -> Reason | None:
    if not case.wants_welsh:
        return None
    if worker.speaks_welsh:
        return Reason("speaks_their_language")
    others = any(each.speaks_welsh for each in could)
    return Reason("welsh_speaker_would_be_fuller") if others else Reason("no_welsh_speaker_has_room")


def _way(case: CaseToShare, worker: WorkerWithRoom, could: Workers) -> Reason | None:
    km = km_between(case, worker)
    if km is None:
        return Reason("home_place_not_known") if case.place is None else Reason("base_place_not_known")
    ways = [way for each in could if (way := km_between(case, each)) is not None]
    nearest = km == min(ways) < max(ways)  # where all are as far, nobody is nearest
    return Reason("nearest_with_room", km=shown(km)) if nearest else Reason("this_far_away", km=shown(km))


def _skills(case: CaseToShare, worker: WorkerWithRoom) -> Reason | None:
    met, asked = len(case.skills & worker.skills), len(case.skills)
    if met < asked:
        return Reason("knows_some_of_what_they_asked_about", met=met, asked=asked) if met else None
    return Reason("knows_what_they_asked_about") if asked else None


def _load(worker: WorkerWithRoom, could: Workers, fullest: float) -> Reason:
    if worker.ratio < min((each.ratio for each in could if each is not worker), default=1.0):
        return Reason("emptiest_caseload", share=per_cent(worker.ratio))
    return Reason("fullest_caseload_kept_low", share=per_cent(fullest))


def per_cent(ratio: float) -> int:
    """A ratio as a whole number of hundredths."""
    return round(ratio * 100)


def shown(km: float) -> str:
    """Kilometres with one figure after the point, which is as near as the middle of an area tells."""
    return f"{km:.1f}"
