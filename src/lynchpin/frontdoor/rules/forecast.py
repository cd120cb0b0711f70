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


def forecast(minutes_left: Sequence[int], *, met: int, within: int = PACE_MINUTES) -> Forecast:
    """What becomes of running clocks if as many are met as lately: `met` of them in `within` working minutes.

    Those with the least time left are taken first, as the queue shows them; without any pace, nobody is in time.
    """
    waiting = sorted(minutes_left)
    late = sum(left < 0 for left in waiting)
    in_time = sum(left >= 0 and met * left >= place * within for place, left in enumerate(waiting, start=1))
    return Forecast(len(waiting), late, len(waiting) - late - in_time)
