"""Groups entities into people by all that is known between them, not by single links. Pure; no database.

Edges alone chain brothers to sisters through one badly typed record. So two groups join only when the mean of all weights across
them speaks for it, and a pair that cannot be one person speaks as strongly against it as any pair can speak for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lynchpin_vrp.link.decisions import Bound

Edge = tuple[int, int]
Weighed = tuple[int, int, float]

STRONGEST = 8.0  # bits, either way: no single pair outweighs many
NOT_COMPARED = 1.0  # bits: records of one person often share no key, so silence is no sign against


class Groups:
    """Disjoint sets of numbers; a group is known by its lowest number, so the answer depends on no order."""

    def __init__(self) -> None:
        self.parent: dict[int, int] = {}
        self.members: dict[int, list[int]] = {}

    def of(self, number: int) -> int:
        """The lowest number of the number's group."""
        path = []
        while (above := self.parent.get(number, number)) != number:
            path.append(number)
            number = above
        for passed in path:
            self.parent[passed] = number
        return number

    def together(self, group: int) -> list[int]:
        return self.members.get(group, [group])

    def join(self, left: int, right: int) -> None:
        low, high = sorted((self.of(left), self.of(right)))
        if low != high:
            self.parent[high] = low
            self.members[low] = self.together(low) + self.members.pop(high, [high])


def agreed(pairs: Iterable[Weighed], against: Iterable[Edge], least: float, bound: Bound | None = None) -> Groups:
    """Join groups along pairs of at least `least` bits, strongest first, where the mean weight across both is not negative.

    `pairs` are all that were weighed, those that speak against too; `against` are pairs that cannot be one person; `bound` is what
    people decided, which holds before and above all of it."""
    known = _bounded(pairs, against)
    groups = Groups()
    known = bound.begin(groups, known) if bound else known
    for _weight, left, right in sorted(((-weight, *pair) for pair, weight in known.items() if weight >= least)):
        a, b = groups.of(left), groups.of(right)
        if a == b or (bound and bound.parts(groups.together(a), groups.together(b))):
            continue
        if mean_weight(groups.together(a), groups.together(b), known) >= 0:
            groups.join(a, b)
    return groups


def _bounded(pairs: Iterable[Weighed], against: Iterable[Edge]) -> dict[Edge, float]:
    known = {(left, right): max(-STRONGEST, min(STRONGEST, weight)) for left, right, weight in pairs}
    return known | dict.fromkeys(against, -STRONGEST)


def mean_weight(left: list[int], right: list[int], known: Mapping[Edge, float]) -> float:
    """The mean of the weights of all pairs across two groups, in bits."""
    told = sum(known.get((a, b) if a < b else (b, a), NOT_COMPARED) for a in left for b in right)
    return told / (len(left) * len(right))


def by_group(rows: Iterable[tuple[int, int, int, float]]) -> dict[int, list[Weighed]]:
    """Weighed pairs by the group that they lie in."""
    found: dict[int, list[Weighed]] = defaultdict(list)
    for group, left, right, weight in rows:
        found[group].append((left, right, weight))
    return found
