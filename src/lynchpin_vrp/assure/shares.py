"""Counts into measures: shares with Wilson's interval, and shares of pairs with an interval that knows whose pairs they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from lynchpin_vrp.assure.intervals import clustered, wilson
from lynchpin_vrp.assure.measure import Measure

ShareRow = tuple[str, str, str, int, int]  # part, kind of group, group, hits, of
PairRow = tuple[str, str, int, int, int]  # kind of group, group, right, of, how many people are like that


def share(code: str, part: str, kind: str, group: str, hits: int, of: int, least: int | None = None) -> Measure:
    low, high = wilson(hits, of)
    return Measure(code, part, kind, group, of, rounded(hits / of), rounded(low), rounded(high), least=least)


def shares(code: str, rows: Iterable[ShareRow]) -> list[Measure]:
    """One measure a row whose group is not empty."""
    return [share(code, *row) for row in rows if row[-1]]


def pair_shares(code: str, rows: Iterable[PairRow]) -> list[Measure]:
    """One measure a group: of all pairs of its people's records, the share that is right. `count` is people, not pairs."""
    kinds: dict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
    for kind, group, *row in rows:
        kinds[kind, group].append((row[0], row[1], row[2]))
    return [measure for key, pairs in sorted(kinds.items()) if (measure := _pairs(code, *key, pairs))]


def number(code: str, part: str, value: float, count: int | None = None) -> Measure:
    """A number of things, or of days, about no group of people."""
    return Measure(code, part, "", "", int(value) if count is None else count, value)


def _pairs(code: str, kind: str, group: str, pairs: list[tuple[int, int, int]]) -> Measure | None:
    if (told := clustered(pairs)) is None:
        return None
    return Measure(code, "", kind, group, told.clusters, rounded(told.share), rounded(told.low), rounded(told.high))


def rounded(value: float) -> float:
    """To four places: no more is known of so few."""
    return round(value, 4)
