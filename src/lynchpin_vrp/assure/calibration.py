"""What a band has meant: of families in it who were asked later, the share whose need was confirmed, by group (DOMAIN 4.3).

Calibration within groups after J. Kleinberg, S. Mullainathan and M. Raghavan, Inherent trade-offs in the fair determination of risk scores
(ITCS 2017). Bands promise no probability, so what is looked at is their order and whether a band means the same for every group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lynchpin_vrp.assure.measure import LEAST_ALERTED, WHOLE, Alert, Measure
from lynchpin_vrp.assure.shares import shares
from lynchpin_vrp.engine import Engine

ORDER = ("green", "amber", "red")


def calibration(engine: Engine) -> list[Measure]:
    """From `banded` and `family_groups`."""
    rows = engine.fetch(
        """select band, kind, grp, count(*) filter (confirmed), count(*) from banded join family_groups using (family_id)
            where confirmed is not null group by all order by all"""
    )
    return in_order(shares("confirmed_in_band", rows))


def in_order(measures: Sequence[Measure]) -> list[Measure]:
    """The measures with an alert on a band of everybody whose share is below that of the band under it."""
    whole = {row.part: row for row in measures if row.group_kind == WHOLE}
    disordered = {upper for lower, upper in pairwise(ORDER) if _below(whole, upper, lower)}
    return [
        replace(row, alert=Alert.BANDS_OUT_OF_ORDER) if row.group_kind == WHOLE and row.part in disordered else row
        for row in measures
    ]


def _below(whole: dict[str, Measure], upper: str, lower: str) -> bool:
    if upper not in whole or lower not in whole:
        return False
    above, under = whole[upper], whole[lower]
    enough = min(above.gives_away, under.gives_away) >= LEAST_ALERTED
    return enough and (above.value or 0) < (under.value or 0)
