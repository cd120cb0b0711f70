"""The proposal: as many people as there is room for, then even loads, then short ways, language, skills and continuity.

Each aim is settled before the next is asked. Only as much evenness as the settings allow is given up for what comes after
it, and never so much that a caseload becomes fuller than it would by handing the same cases out in turn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor

from lynchpin.casework.sharing.facts import (
    CaseToShare,
    Proposal,
    Settings,
    WorkerWithRoom,
    km_between,
    longest_waiting,
)
from lynchpin.casework.sharing.in_turn import round_robin
from lynchpin.casework.sharing.measures import largest_load_ratio
from lynchpin.casework.sharing.solver import Limits, Pair, lowest_ceiling, solve
from lynchpin.casework.sharing.why import why, why_nobody

NEARLY = 1e-6


@dataclass(frozen=True, slots=True)
class Question:
    """Cases and workers in a fixed order, and the pairs of them that are allowed at all."""

    cases: tuple[CaseToShare, ...]
    workers: tuple[WorkerWithRoom, ...]
    pairs: tuple[Pair, ...]


def share(cases: Sequence[CaseToShare], workers: Sequence[WorkerWithRoom], settings: Settings) -> tuple[Proposal, ...]:
    """A proposal for each case, longest waiting first. The same facts give the same proposals."""
    asked = _asked(cases, workers)
    given = _given(asked, settings) if asked.pairs else {}
    bare = [Proposal(case.reference, given.get(at)) for at, case in enumerate(asked.cases)]
    fullest = largest_load_ratio(asked.cases, asked.workers, bare)
    by_id = {worker.id: worker for worker in asked.workers}
    return tuple(
        _proposal(case, by_id.get(given.get(at, 0)), asked.workers, fullest) for at, case in enumerate(asked.cases)
    )


def _asked(cases: Sequence[CaseToShare], workers: Sequence[WorkerWithRoom]) -> Question:
    waiting, staff = longest_waiting(tuple(cases)), tuple(sorted(workers, key=lambda worker: worker.id))
    allowed = ((c, w) for c, case in enumerate(waiting) for w, worker in enumerate(staff) if worker.can_take(case))
    return Question(waiting, staff, tuple(Pair(c, w, waiting[c].weight) for c, w in allowed))


def _given(asked: Question, settings: Settings) -> dict[int, int]:
    """Place of a case -> id of its worker."""
    room = Limits.of_room(tuple(worker.capacity - worker.load for worker in asked.workers), len(asked.cases))
    placed = frozenset(pair.case for pair in solve(asked.pairs, room, _waiting_counts(asked)))
    pairs = tuple(pair for pair in asked.pairs if pair.case in placed)
    even = _even(asked, pairs, room.placing(placed), _slack(asked, placed, settings))
    return {pair.case: asked.workers[pair.worker].id for pair in solve(pairs, even, _costs(asked, pairs, settings))}


def _waiting_counts(asked: Question) -> tuple[float, ...]:
    """What placing each pair is worth, as a cost: a whole person each, and less than one in all for having waited longer."""
    many = len(asked.cases) + 1
    return tuple(-1.0 - (many - pair.case) / many**2 for pair in asked.pairs)


def _slack(asked: Question, placed: frozenset[int], settings: Settings) -> Callable[[float], float]:
    """From the lowest ceiling to the one that holds."""
    in_turn = round_robin(asked.cases, asked.workers)
    same = placed == {at for at, proposal in enumerate(in_turn) if proposal.worker_id is not None}
    usual = largest_load_ratio(asked.cases, asked.workers, in_turn) if same else 1.0
    return lambda lowest: max(lowest, min(lowest + settings.evenness, usual))


def _even(asked: Question, pairs: tuple[Pair, ...], limits: Limits, slack: Callable[[float], float]) -> Limits:
    """Limits under which the largest load ratio is as low as it can be; where nobody can lower it, the next largest."""
    open_ones = frozenset(pair.worker for pair in pairs)
    while open_ones:
        lowest = lowest_ceiling(pairs, limits, asked.workers, open_ones)
        full = frozenset(w for w in open_ones if asked.workers[w].ratio >= lowest - NEARLY)
        if not full:
            return limits.lowered({w: _points(asked.workers[w], slack(lowest)) for w in open_ones})
        limits, open_ones = limits.lowered(dict.fromkeys(full, 0)), open_ones - full
    return limits


def _points(worker: WorkerWithRoom, ceiling: float) -> int:
    """Whole points that a worker can still be given under a ceiling."""
    return floor(ceiling * worker.capacity + NEARLY) - worker.load


def _costs(asked: Question, pairs: tuple[Pair, ...], settings: Settings) -> tuple[float, ...]:
    """Each pair's cost in kilometres' worth. A way that is not known is never taken for a short one."""
    ways = {pair: km_between(asked.cases[pair.case], asked.workers[pair.worker]) for pair in pairs}
    longest: dict[int, float] = {}
    for pair, km in ways.items():
        longest[pair.case] = max(longest.get(pair.case, 0.0), km or 0.0)
    known = {pair: longest[pair.case] if km is None else km for pair, km in ways.items()}
    return tuple(
        known[pair] * settings.km + _unmet(asked.cases[pair.case], asked.workers[pair.worker], settings)
        for pair in pairs
    )


def _unmet(case: CaseToShare, worker: WorkerWithRoom, settings: Settings) -> float:
    """What a pair lacks in language, skills and continuity."""
    speaks = worker.speaks_welsh or not case.wants_welsh
    knows = case.former_worker_id in (None, worker.id)
    lacking = len(case.skills - worker.skills)
    return (0 if speaks else settings.welsh) + lacking * settings.skill + (0 if knows else settings.continuity)


def _proposal(
    case: CaseToShare, worker: WorkerWithRoom | None, workers: tuple[WorkerWithRoom, ...], fullest: float
) -> Proposal:
    if worker is None:
        return Proposal(case.reference, None, (why_nobody(case, workers),))
    return Proposal(case.reference, worker.id, why(case, worker, workers, fullest=fullest), km_between(case, worker))
