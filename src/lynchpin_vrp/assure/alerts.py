"""When a group is unlike the others: more than five points away, or at less than four fifths or more than five fourths (DOMAIN 4.3).

The four-fifths rule is that of the Uniform Guidelines on Employee Selection Procedures (29 CFR 1607.4 D), taken both ways."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from lynchpin_vrp.assure.measure import UNKNOWN, WHOLE, Alert, Measure

WIDEST_GAP = 0.05
LEAST_RATIO, MOST_RATIO = 0.8, 1.25
# Errors and selection, as DOMAIN 4.3 lists them; of what merely differs between groups (bands, sure links) no alert is made.
COMPARED = frozenset(
    {
        "truth_pair_precision",
        "truth_pair_recall",
        "truth_people_whole",
        "clerical_precision",
        "clerical_recall",
        "confirmed_in_band",
        "selection_rate",
        "false_positive_rate",
        "false_negative_rate",
        "precision",
    }
)
ROUNDING = 1e-9  # a gap of exactly five points is none, however binary fractions fall


def unlike(value: float, whole: float) -> bool:
    """Whether a group's share is too far from that of everybody together."""
    return gap_alerts(abs(value - whole)) or (whole > 0 and ratio_alerts(value / whole))


def gap_alerts(gap: float) -> bool:
    return gap > WIDEST_GAP + ROUNDING


def ratio_alerts(ratio: float) -> bool:
    return ratio < LEAST_RATIO - ROUNDING or ratio > MOST_RATIO + ROUNDING


def compared(measures: Sequence[Measure]) -> list[Measure]:
    """The measures with an alert on each group that is unlike everybody together in its own code and part.

    Where the whole lies within the group's interval, chance may be all: then it is only perhaps unlike. So are a gap and a ratio
    between groups none of which is unlike the whole for sure."""
    whole = {(row.code, row.part): row.value for row in measures if row.group_kind == WHOLE}
    rows = [_compared(row, whole.get((row.code, row.part))) for row in measures]
    sure = {(row.code, row.group_kind) for row in rows if row.alert is Alert.UNLIKE_OTHERS and row.group}
    return [_between(row, sure) for row in rows]


def _compared(row: Measure, whole: float | None) -> Measure:
    group = row.code in COMPARED and row.group_kind != WHOLE and row.group != UNKNOWN
    if not group or row.value is None or whole is None or not unlike(row.value, whole):
        return row
    chance = row.low is not None and row.high is not None and row.low <= whole <= row.high
    return replace(row, alert=Alert.PERHAPS_UNLIKE if chance else Alert.UNLIKE_OTHERS)


def _between(row: Measure, sure: Set[tuple[str, str]]) -> Measure:
    rate = row.code.removesuffix("_gap").removesuffix("_ratio")
    if rate == row.code or row.alert is None or (rate, row.group_kind) in sure:
        return row
    return replace(row, alert=Alert.PERHAPS_UNLIKE)
