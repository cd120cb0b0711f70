"""Groups records into people without ever putting two records together that contradict one another. Pure; no database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

Edge = tuple[int, int]


class Groups:
    """Disjoint sets of record numbers; a group is known by its lowest number, so the answer depends on no order."""

    def __init__(self) -> None:
        self.parent: dict[int, int] = {}

    def of(self, record: int) -> int:
        """The lowest record number of the record's group."""
        path = []
        while (above := self.parent.get(record, record)) != record:
            path.append(record)
            record = above
        for passed in path:
            self.parent[passed] = record
        return record

    def join(self, left: int, right: int) -> None:
        low, high = sorted((self.of(left), self.of(right)))
        if low != high:
            self.parent[high] = low


def components(edges: Iterable[Edge]) -> Groups:
    """Everything that edges connect."""
    groups = Groups()
    for left, right in edges:
        groups.join(left, right)
    return groups


def guarded(edges: Iterable[Edge], connected: Groups, against: Mapping[int, set[int]], most: float) -> Groups:
    """Join along edges, strongest first as given, unless more than `most` of the pairs across contradict one another.

    `connected` is what all edges connect: groups without a contradiction are taken as they are. `against` maps a record to all
    that contradict it, both ways round. The weakest edges are so the ones that break, and one badly typed row among many does
    not split a person."""
    groups = Groups()
    members: dict[int, list[int]] = {}
    doubtful = {connected.of(record) for record in against}
    for left, right in edges:
        a, b = groups.of(left), groups.of(right)
        if a == b:
            continue
        if connected.of(left) in doubtful:
            if contradiction(members.get(a, [a]), members.get(b, [b]), against) > most:
                continue
            members[min(a, b)] = members.pop(a, [a]) + members.pop(b, [b])
        groups.join(a, b)
    return groups


def contradiction(left: Collection[int], right: Collection[int], against: Mapping[int, set[int]]) -> float:
    """The share, 0 to 1, of pairs across two groups that contradict one another."""
    few, many = sorted((left, right), key=len)
    contrary = sum(len(against[record].intersection(many)) for record in few if record in against)
    return contrary / (len(few) * len(many))


def both_ways(pairs: Iterable[Edge]) -> dict[int, set[int]]:
    """Contradicting pairs as a mapping in both directions."""
    against: defaultdict[int, set[int]] = defaultdict(set)
    for left, right in pairs:
        against[left].add(right)
        against[right].add(left)
    return dict(against)
