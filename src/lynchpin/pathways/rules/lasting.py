"""When to ask whether a change has lasted, and how the answers are counted."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lynchpin.casework.choices import EndReason
from lynchpin.kernel.errors import Reason
from lynchpin.pathways.choices import CheckInPoint, CheckInState

ANSWERED = frozenset(
    {
        CheckInState.SUSTAINED,
        CheckInState.PARTLY,
        CheckInState.RELAPSED,
        CheckInState.NO_REPLY,
        CheckInState.PERSONS_NO,
    }
)
CHECK_IN_TRANSITIONS: Mapping[CheckInState, frozenset[CheckInState]] = {
    CheckInState.DUE: ANSWERED | {CheckInState.DROPPED},
    **{state: frozenset() for state in CheckInState if state != CheckInState.DUE},
}
RECORDABLE_BEFORE = timedelta(weeks=2)
REST_DROPPED_AFTER = frozenset({CheckInState.RELAPSED, CheckInState.PERSONS_NO})  # nobody is asked again after these
HALF_A_YEAR = 6


def may_be_asked(end_reason: str) -> bool:
    """Whether an end of this kind is followed by check-ins: somebody stepped down, or reached their goals."""
    return end_reason in (EndReason.STEPPED_DOWN, EndReason.GOALS_REACHED)


def check_in_dates(start: date) -> dict[CheckInPoint, date]:
    """When to ask after an end. Six months on is the same day of the month, or its last."""
    return {
        CheckInPoint.SIX_WEEKS: start + timedelta(weeks=6),
        CheckInPoint.TWELVE_WEEKS: start + timedelta(weeks=12),
        CheckInPoint.SIX_MONTHS: _months_later(start, HALF_A_YEAR),
    }


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def why_not_check_in(check_in: Any, *, state: str, asked_on: date, today: date) -> Reason | None:
    """Whether an answer can be recorded."""
    if check_in.state != CheckInState.DUE:
        return Reason("check_in_done_already")
    if state not in ANSWERED:
        return Reason("check_in_result_unknown")
    if asked_on > today:
        return Reason("check_in_in_future")
    if asked_on < check_in.counted_from:
        return Reason("check_in_before_end", start=check_in.counted_from.strftime("%d/%m/%Y"))
    if asked_on < check_in.due_on - RECORDABLE_BEFORE and state not in REST_DROPPED_AFTER:
        return Reason("check_in_too_early", due=check_in.due_on.strftime("%d/%m/%Y"))
    return None


@dataclass(frozen=True, slots=True)
class SustainedRate:
    """How many of those to be asked said that it has lasted. `denominator` counts everyone who fell due, silent ones too.

    Those who did not want to be asked, and check-ins that were dropped, are in neither number; they are given beside it.
    """

    numerator: int
    denominator: int
    partly: int
    relapsed: int
    no_reply: int
    not_asked: int
    persons_no: int
    dropped: int

    @property
    def left_alone(self) -> int:
        """Those who are not counted: they did not want to be asked, or there was nothing more to ask."""
        return self.persons_no + self.dropped

    @property
    def percent(self) -> int | None:
        """Whole per cent, or None where nobody fell due: a rate of nothing is not nought."""
        return round(100 * self.numerator / self.denominator) if self.denominator else None


def rate_of(states: Iterable[str]) -> SustainedRate:
    """Counts the states of the check-ins that fell due in a period."""
    found = list(states)
    outside = found.count(CheckInState.PERSONS_NO) + found.count(CheckInState.DROPPED)
    return SustainedRate(
        numerator=found.count(CheckInState.SUSTAINED),
        denominator=len(found) - outside,
        partly=found.count(CheckInState.PARTLY),
        relapsed=found.count(CheckInState.RELAPSED),
        no_reply=found.count(CheckInState.NO_REPLY),
        not_asked=found.count(CheckInState.DUE),
        persons_no=found.count(CheckInState.PERSONS_NO),
        dropped=found.count(CheckInState.DROPPED),
    )
