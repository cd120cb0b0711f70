"""How many of the clocks that run now will be late, at the pace of late: so that help can be asked for before they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lynchpin.kernel.calendar import CLOSES, OPENS

PACE_WEEKS = 4
WORKING_DAYS_A_WEEK = 5
DAY_MINUTES = (CLOSES.hour - OPENS.hour) * 60
PACE_MINUTES = PACE_WEEKS * WORKING_DAYS_A_WEEK * DAY_MINUTES


@dataclass(frozen=True, slots=True)
class Forecast:
    """Of the clocks that run: how many there are, how many are late now, and how many more will be."""

    running: int
    late: int
    will_be_late: int


def forecast(waiting: Sequence[tuple[str, int]], *, met: int, within: int = PACE_MINUTES) -> dict[str, Forecast]:
    """What becomes of running clocks, by where they are, if as many are met as lately: `met` of them in `within` working minutes.

    `waiting` are (where, working minutes left). One team meets them all, least time left first, as the queue shows them;
    without any pace, nobody is in time.
    """
    found: dict[str, list[tuple[bool, bool]]] = {}
    for place, (where, left) in enumerate(sorted(waiting, key=lambda each: each[1]), start=1):
        in_time = met * left >= place * within
        found.setdefault(where, []).append((left < 0, left >= 0 and not in_time))
    return {where: _counted(outcomes) for where, outcomes in found.items()}


def _counted(outcomes: Sequence[tuple[bool, bool]]) -> Forecast:
    return Forecast(len(outcomes), sum(late for late, _ in outcomes), sum(to_come for _, to_come in outcomes))
