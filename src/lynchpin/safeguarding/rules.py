"""Steps of a concern and their timers, as the Wales Safeguarding Procedures ask. Nothing here weighs how serious it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from lynchpin.kernel.calendar import add_working_days, end_of_day
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.safeguarding.choices import ConcernStatus

IN_WRITING_WITHIN = timedelta(hours=24)
ACKNOWLEDGED_WITHIN_WORKING_DAYS = 7
DECIDED_WITHIN_WORKING_DAYS = 1

TRANSITIONS: dict[str, tuple[str, ...]] = {
    ConcernStatus.RAISED: (ConcernStatus.REPORTED, ConcernStatus.CLOSED),
    ConcernStatus.REPORTED: (ConcernStatus.CONFIRMED, ConcernStatus.CLOSED),
    ConcernStatus.CONFIRMED: (ConcernStatus.ACKNOWLEDGED, ConcernStatus.CLOSED),
    ConcernStatus.ACKNOWLEDGED: (ConcernStatus.CLOSED,),
    ConcernStatus.CLOSED: (),
}


class Step(StrEnum):
    """What a concern waits for."""

    REPORT = "report"
    CONFIRM = "confirm"
    ACKNOWLEDGE = "acknowledge"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Due:
    """The next step of a concern and when it is due, aware."""

    step: Step
    at: datetime

    def overdue(self, now: datetime) -> bool:
        return now > self.at


def next_due(concern: Any) -> Due | None:
    """What is to be done next; nothing when the concern is closed. A concern not yet reported is due since it was raised."""
    match concern.status:
        case ConcernStatus.RAISED:
            return Due(Step.REPORT, concern.raised_at)
        case ConcernStatus.REPORTED:
            return Due(Step.CONFIRM, concern.written_due_at)
        case ConcernStatus.CONFIRMED:
            return Due(Step.ACKNOWLEDGE, end_of_day(concern.acknowledgement_due_on))
        case ConcernStatus.ACKNOWLEDGED:
            return Due(Step.CLOSE, end_of_day(concern.decision_due_on))
    return None


def written_due_at(reported_at: datetime) -> datetime:
    """A phoned report is confirmed in writing within 24 hours, whatever day it is."""
    return reported_at + IN_WRITING_WITHIN


def acknowledgement_due_on(confirmed_at: datetime) -> date:
    """Without an acknowledgement by this day, it is chased: 7 working days."""
    return add_working_days(local_date(confirmed_at), ACKNOWLEDGED_WITHIN_WORKING_DAYS)


def decision_due_on(acknowledged_at: datetime) -> date:
    """Social services decide what happens next within one working day."""
    return add_working_days(local_date(acknowledged_at), DECIDED_WITHIN_WORKING_DAYS)


def why_not_move_to(status: str, to: str) -> Reason | None:
    """A concern goes its steps in order, and may be closed from any of them."""
    return None if to in TRANSITIONS[status] else Reason("concern_moved_on")


def why_not_raise(*, about: object, words: str, told_person: bool | None, why_not_told: str) -> Reason | None:
    """A concern is about somebody, in words. Agreement is never asked for; not telling the person has a reason."""
    if not about:
        return Reason("concern_about_nobody")
    if not words.strip():
        return Reason("concern_words_missing")
    return Reason("concern_why_not_told") if told_person is False and not why_not_told.strip() else None


def why_not_happened(happened_at: datetime, *, raised_at: datetime, now: datetime) -> Reason | None:
    """A step happened after the concern was raised, and not in the future."""
    if happened_at > now:
        return Reason("concern_in_future")
    return Reason("concern_before_raised") if happened_at < raised_at else None
