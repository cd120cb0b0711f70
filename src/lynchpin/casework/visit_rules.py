"""Pure answers about lone visits. Time is elapsed time: every sum is done in UTC, so that no change of the clocks moves an alarm."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any

from lynchpin.casework.choices import CaseStatus
from lynchpin.casework.visit_choices import ENDING, THEIR_OWN, AlarmStep, VisitPlace, VisitState
from lynchpin.kernel.clock import LOCAL, local_date
from lynchpin.kernel.errors import Reason
from lynchpin.organisations.rules import is_at_work

VISIT_TRANSITIONS: Mapping[VisitState, frozenset[VisitState]] = {
    VisitState.OUT: frozenset({VisitState.OVERDUE, VisitState.ENDED}),
    VisitState.OVERDUE: frozenset({VisitState.OUT, VisitState.HEARD, VisitState.ENDED}),
    VisitState.HEARD: frozenset({VisitState.OUT, VisitState.OVERDUE, VisitState.ENDED}),
    VisitState.ENDED: frozenset(),
}


def visit_state(visit: Any, now: datetime) -> VisitState:
    """How a visit stands. Once an alarm was raised, only a colleague's answer takes it away."""
    if visit.ended_at is None and now > visit.due_at:
        return VisitState.OVERDUE
    if visit.alarm_at is not None:
        return VisitState.HEARD
    return VisitState.ENDED if visit.ended_at is not None else VisitState.OUT


def alarm_raised_at(visit: Any, now: datetime) -> datetime | None:
    """Since when the alarm of a visit stands; None while there is none."""
    late = visit.ended_at is None and now > visit.due_at
    return visit.alarm_at or (visit.due_at if late else None)


def due_in(at: datetime, minutes: int) -> datetime:
    """The moment so many minutes from one: minutes that pass, whatever clocks on walls do."""
    return at.astimezone(UTC) + timedelta(minutes=minutes)


def due_by(at: datetime, back_by: time) -> datetime:
    """The next moment at which a clock on the wall shows a time. An hour that comes twice is meant as early as it can be."""
    day = at.astimezone(LOCAL).date()
    shown = (datetime.combine(day + timedelta(days), back_by, LOCAL) for days in (0, 1))
    moments = (moment.replace(fold=fold).astimezone(UTC) for moment in shown for fold in (0, 1))
    return next(moment for moment in moments if moment > at)


def why_not_start_visit(
    case: Any, worker: Any, *, under_way: bool, place: str, where: str, ring_on: str, at: datetime
) -> Reason | None:
    """Whether a visit to the person of a case can be started at a moment."""
    if case.status != CaseStatus.OPEN:
        return Reason("case_closed")
    if not is_at_work(worker, local_date(at)):
        return Reason("visitor_not_at_work")
    if under_way:
        return Reason("visit_under_way")
    if place == VisitPlace.ELSEWHERE and not where.strip():
        return Reason("visit_without_place")
    return None if ring_on.strip() else Reason("visit_without_number")


def why_not_back_by(due_at: datetime, terms: Any, *, at: datetime) -> Reason | None:
    """Whether a visit may last until a moment."""
    left = due_at.astimezone(UTC) - at.astimezone(UTC)
    if left <= timedelta():
        return Reason("visit_back_too_soon")
    if left > timedelta(minutes=terms.longest_minutes):
        return Reason("visit_back_too_late", hours=terms.longest_minutes // 60)
    return None


def why_not_check_in(visit: Any) -> Reason | None:
    """Whether the visitor can still say that they are safe, or need more time: at any moment, until they have come away."""
    return Reason("visit_over_already") if visit.ended_at is not None else None


def why_not_answer_visit(visit: Any, *, kind: str, staff_id: int | None, now: datetime) -> Reason | None:
    """Whether a colleague can record what was done about an overdue visit."""
    match visit_state(visit, now):
        case VisitState.OUT:
            return Reason("visit_not_overdue")
        case VisitState.ENDED:
            return Reason("alarm_answered_already")
    if visit.worker_id == staff_id:
        return Reason("alarm_is_ones_own")
    if kind in THEIR_OWN:
        return Reason("alarm_step_not_theirs")
    gone = kind == AlarmStep.STILL_THERE and visit.ended_at is not None
    return Reason("visitor_has_come_away") if gone else None


def ends_alarm(kind: str) -> bool:
    """Whether a step is an answer: until one is recorded the alarm stands."""
    return kind in ENDING
