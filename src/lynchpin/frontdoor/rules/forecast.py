"""How many of the clocks that run now will be late, at the pace of late: so that help can be asked for before they are."""

from __future__ import annotations

from collections.abc import Iterable
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

    def __add__(self, other: Forecast) -> Forecast:
        return Forecast(self.running + other.running, self.late + other.late, self.will_be_late + other.will_be_late)


NONE = Forecast(0, 0, 0)


def forecast(waiting: Iterable[tuple[str, int, int]], *, met: int, within: int = PACE_MINUTES) -> dict[str, Forecast]:
    """What becomes of running clocks, by where they are, if as many are met as lately: `met` of them in `within` working minutes.

    `waiting` are (where, working minutes left, how many). One team meets them all, least time left first, as the queue
    shows them; without any pace, nobody is in time.
    """
    found: dict[str, Forecast] = {}
    before = 0
    for where, left, number in sorted(waiting, key=lambda each: each[1]):
        in_time = min(max(met * left // within - before, 0), number)
        late = number if left < 0 else 0
        found[where] = found.get(where, NONE) + Forecast(number, late, 0 if late else number - in_time)
        before += number
    return found
