"""The two questions put to the optimiser (HiGHS, through SciPy): which pairs cost least, and how low a ceiling can hold.

The optimiser takes half a second to load and one page needs it, so it is loaded when it is first asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lynchpin.casework.sharing.facts import WorkerWithRoom

# Counted in nodes and not in seconds, so that a busy machine proposes the same as an idle one. A hundredth is nearer than
# any weight is known.
OPTIONS = {"node_limit": 500, "mip_rel_gap": 0.01}
CHOSEN = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """A case and a worker by their places, allowed together; `weight` is the case's, in points."""

    case: int
    worker: int
    weight: int


@dataclass(frozen=True, slots=True)
class Limits:
    """Points that each worker may be given, and for each case the least and the most workers."""

    points: tuple[int, ...]
    least: tuple[int, ...]
    most: tuple[int, ...]

    @classmethod
    def of_room(cls, room: tuple[int, ...], cases: int) -> Limits:
        """Every worker's room; every case with one worker at most."""
        return cls(tuple(max(points, 0) for points in room), (0,) * cases, (1,) * cases)

    def placing(self, placed: frozenset[int]) -> Limits:
        """The same, with exactly these cases placed."""
        exactly = tuple(int(case in placed) for case in range(len(self.most)))
        return replace(self, least=exactly, most=exactly)

    def lowered(self, points: Mapping[int, int]) -> Limits:
        """The same with some workers' points lowered."""
        return replace(self, points=tuple(min(now, points.get(w, now)) for w, now in enumerate(self.points)))


def solve(pairs: Sequence[Pair], limits: Limits, costs: Sequence[float]) -> tuple[Pair, ...]:
    """The pairs that cost least in all within the limits."""
    answer = _asked(costs, [_one_worker_a_case(pairs, limits, 0), _points_of_each(pairs, limits, 0)])
    return tuple(pair for pair, chosen in zip(pairs, answer, strict=True) if chosen > CHOSEN)


def lowest_ceiling(
    pairs: Sequence[Pair], limits: Limits, workers: Sequence[WorkerWithRoom], among: frozenset[int]
) -> float:
    """The lowest share of capacity that the caseloads of some workers can all stay under."""
    rules = [
        _one_worker_a_case(pairs, limits, 1),
        _points_of_each(pairs, limits, 1),
        _under_a_ceiling(pairs, workers, among),
    ]
    return float(_asked([0.0] * len(pairs) + [1.0], rules, free=1)[-1])


def _asked(costs: Sequence[float], rules: list[Any], free: int = 0) -> Any:
    """The optimiser's answer: yes or no for each pair, and a number for each free unknown after them."""
    from scipy.optimize import Bounds, milp

    whole = [1] * (len(costs) - free) + [0] * free
    found = milp(
        costs,
        constraints=rules,
        integrality=whole,
        bounds=Bounds(0, [1] * (len(costs) - free) + [2] * free),
        options=OPTIONS,
    )
    if found.x is None:
        raise ArithmeticError(f"no sharing out was found: {found.message}")
    return found.x


def _one_worker_a_case(pairs: Sequence[Pair], limits: Limits, free: int) -> Any:
    cells = [(pair.case, at, 1.0) for at, pair in enumerate(pairs)]
    return _rule(cells, (len(limits.most), len(pairs) + free), limits.least, limits.most)


def _points_of_each(pairs: Sequence[Pair], limits: Limits, free: int) -> Any:
    cells = [(pair.worker, at, float(pair.weight)) for at, pair in enumerate(pairs)]
    return _rule(cells, (len(limits.points), len(pairs) + free), None, limits.points)


def _under_a_ceiling(pairs: Sequence[Pair], workers: Sequence[WorkerWithRoom], among: frozenset[int]) -> Any:
    """Load and given points of each, less the ceiling's share of their capacity, is at most nothing."""
    cells = [(pair.worker, at, float(pair.weight)) for at, pair in enumerate(pairs) if pair.worker in among]
    cells += [(worker, len(pairs), -float(workers[worker].capacity)) for worker in sorted(among)]
    upper = [-worker.load if place in among else 0 for place, worker in enumerate(workers)]
    return _rule(cells, (len(workers), len(pairs) + 1), None, upper)


def _rule(
    cells: list[tuple[int, int, float]],
    shape: tuple[int, int],
    least: Sequence[float] | None,
    most: Sequence[float],
) -> Any:
    from numpy import inf
    from scipy.optimize import LinearConstraint
    from scipy.sparse import csr_array

    rows, columns, values = zip(*cells, strict=True)
    return LinearConstraint(csr_array((values, (rows, columns)), shape=shape), -inf if least is None else least, most)
