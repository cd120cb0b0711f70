"""Handing cases out in turn, as is usual: what a fair sharing out is compared with."""

from __future__ import annotations

from collections.abc import Sequence

from lynchpin.casework.sharing.facts import CaseToShare, Proposal, WorkerWithRoom, km_between, longest_waiting
from lynchpin.casework.sharing.why import why_nobody


def round_robin(cases: Sequence[CaseToShare], workers: Sequence[WorkerWithRoom]) -> tuple[Proposal, ...]:
    """The longest waiting case to the next worker in turn who can take it, under the same limits."""
    turn, loads = sorted(workers, key=lambda worker: worker.id), {worker.id: worker.load for worker in workers}
    given = []
    for case in longest_waiting(tuple(cases)):
        taker = next((worker for worker in turn if _fits(case, worker, loads)), None)
        if taker is None:
            given.append(Proposal(case.reference, None, (why_nobody(case, workers),)))
            continue
        loads[taker.id] += case.weight
        turn = turn[turn.index(taker) + 1 :] + turn[: turn.index(taker) + 1]
        given.append(Proposal(case.reference, taker.id, km=km_between(case, taker)))
    return tuple(given)


def _fits(case: CaseToShare, worker: WorkerWithRoom, loads: dict[int, int]) -> bool:
    return worker.id not in case.kept_away and loads[worker.id] + case.weight <= worker.capacity
