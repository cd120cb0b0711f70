"""Groups of fewer than ten are suppressed, and with them whatever would give their number away by taking the others from the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lynchpin_vrp.assure.measure import LEAST_ALERTED, LEAST_SHOWN, UNKNOWN, WHOLE, Measure

# Codes whose parts share out one group, so that a part's number is what the other parts leave.
SHARED_OUT = frozenset({"confirmed_in_band"})
Line = list[int]  # the places of rows whose numbers add up to one that may be known


def shown(measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures as they may be told: small groups suppressed, no alert from fewer than thirty, no number to guess them by."""
    hidden = {place for place, measure in enumerate(measures) if measure.gives_away < LEAST_SHOWN}
    lines = _lines(measures)
    while more := {place for line in lines if (place := _betrayed(measures, line, hidden)) is not None}:
        hidden |= more
    return tuple(_suppressed(measure) if place in hidden else _quiet(measure) for place, measure in enumerate(measures))


def _lines(measures: Sequence[Measure]) -> list[Line]:
    found: dict[tuple[str, ...], Line] = defaultdict(list)
    for place, row in enumerate(measures):
        if row.group_kind != WHOLE:
            found["groups", row.code, row.part, row.group_kind].append(place)
        if row.code in SHARED_OUT:
            found["parts", row.code, row.group_kind, row.group].append(place)
    return list(found.values())


def _betrayed(measures: Sequence[Measure], line: Line, hidden: set[int]) -> int | None:
    """The smallest row still to be seen of a line in which too few are hidden, if there is one.

    Those of whom nothing is known are what the groups leave: they have nothing in common, and their number tells of nobody."""
    unseen = [place for place in line if place in hidden]
    seen = [place for place in line if place not in hidden]
    enough = _number(measures, unseen) >= LEAST_SHOWN and len(unseen) > 1
    if not seen or enough or all(measures[place].group == UNKNOWN for place in unseen):
        return None
    return min(seen, key=lambda place: measures[place].count or 0)


def _number(measures: Sequence[Measure], places: Iterable[int]) -> int:
    return sum(measures[place].count or 0 for place in places)


def _suppressed(row: Measure) -> Measure:
    return replace(row, count=None, value=None, low=None, high=None, alert=None, suppressed=True, least=None)


def _quiet(row: Measure) -> Measure:
    return replace(row, alert=row.alert if row.gives_away >= LEAST_ALERTED else None, least=None)
