"""Moves of a person's place on a pathway, and what was promised for completing it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from lynchpin.casework.choices import CaseStatus
from lynchpin.kernel.errors import Reason
from lynchpin.pathways.choices import LeaveReason, PlaceMoveKind, PlaceState, Promise

PLACE_TRANSITIONS: Mapping[PlaceState, frozenset[PlaceState]] = {
    PlaceState.ON: frozenset({PlaceState.ON, PlaceState.PAUSED, PlaceState.LEFT, PlaceState.COMPLETED}),
    PlaceState.PAUSED: frozenset({PlaceState.ON, PlaceState.LEFT}),
    PlaceState.LEFT: frozenset({PlaceState.ON}),
    PlaceState.COMPLETED: frozenset({PlaceState.ON}),
}
# each move: the states it may be made from, and the state it leads to
PLACE_MOVES: Mapping[PlaceMoveKind, tuple[frozenset[PlaceState], PlaceState]] = {
    PlaceMoveKind.UP: (frozenset({PlaceState.ON}), PlaceState.ON),
    PlaceMoveKind.DOWN: (frozenset({PlaceState.ON}), PlaceState.ON),
    PlaceMoveKind.PAUSED: (frozenset({PlaceState.ON}), PlaceState.PAUSED),
    PlaceMoveKind.RESUMED: (frozenset({PlaceState.PAUSED}), PlaceState.ON),
    PlaceMoveKind.LEFT: (frozenset({PlaceState.ON, PlaceState.PAUSED}), PlaceState.LEFT),
    PlaceMoveKind.RE_ENTERED: (frozenset({PlaceState.LEFT, PlaceState.COMPLETED}), PlaceState.ON),
    PlaceMoveKind.COMPLETED: (frozenset({PlaceState.ON}), PlaceState.COMPLETED),
}
NO_HOLDS_FOR = timedelta(days=365)  # a person's own no stops suggestions for twelve months
# our own defaults: the documents promise both and name no time
GUARANTEE_WITHIN: Mapping[Promise, timedelta] = {
    Promise.INTERVIEW: timedelta(weeks=4),
    Promise.WORK_EXPERIENCE: timedelta(weeks=6),
}


def why_not_move(place: Any, case: Any, kind: PlaceMoveKind) -> Reason | None:
    """Whether a place in its state, under its case, may make a move of this kind."""
    if place.state not in PLACE_MOVES[kind][0]:
        return _said_of(place.state)
    return Reason("pathway_case_closed") if case.status != CaseStatus.OPEN else None


def _said_of(state: str) -> Reason:
    match state:
        case PlaceState.PAUSED:
            return Reason("place_is_paused")
        case PlaceState.LEFT:
            return Reason("place_is_left")
        case PlaceState.COMPLETED:
            return Reason("place_is_completed")
    return Reason("place_is_on")


def why_not_date(day: date, *, today: date, last: date | None = None) -> Reason | None:
    """Whether something can have happened on this day."""
    if day > today:
        return Reason("move_in_future")
    if last is not None and day < last:
        return Reason("move_before_last", last=_written(last))
    return None


def why_not_start(
    case: Any, *, offered: bool, has_step: bool, already_on: bool, said_no_on: date | None, on: date, they_asked: bool
) -> Reason | None:
    """Whether a person can start on a pathway."""
    if case.status != CaseStatus.OPEN:
        return Reason("pathway_case_closed")
    if not offered:
        return Reason("pathway_not_offered")
    if not has_step:
        return Reason("pathway_has_no_step")
    if already_on:
        return Reason("already_on_pathway")
    return _why_left_in_peace(said_no_on, on, they_asked)


def why_not_re_enter(
    *, may_re_enter: bool, offered: bool, already_on: bool, said_no_on: date | None, on: date, they_asked: bool
) -> Reason | None:
    """Whether somebody who left or completed a pathway can come back to it."""
    if not may_re_enter:
        return Reason("no_way_back_in")
    if not offered:
        return Reason("pathway_not_offered")
    if already_on:
        return Reason("already_on_pathway")
    return _why_left_in_peace(said_no_on, on, they_asked)


def persons_no_until(said_on: date) -> date:
    """Until when a person's own no stops suggestions."""
    return said_on + NO_HOLDS_FOR


def _why_left_in_peace(said_no_on: date | None, on: date, they_asked: bool) -> Reason | None:
    if said_no_on is None or they_asked or on >= persons_no_until(said_no_on):
        return None
    return Reason("persons_no_to_pathway", said=_written(said_no_on), until=_written(persons_no_until(said_no_on)))


def why_not_step(*, leads_there: bool) -> Reason | None:
    """Whether the pathway has the arrow that is asked for."""
    return None if leads_there else Reason("no_such_move")


def why_not_leave(because: str) -> Reason | None:
    """Whether a reason for leaving is one that we know. A person's no needs nothing more."""
    return None if because in LeaveReason.values else Reason("leaving_reason_unknown")


def why_not_end(*, owed: int) -> Reason | None:
    """Whether work may end as planned: not while a promise to the person is still to be kept."""
    return Reason("guarantee_still_owed") if owed else None


def why_not_give(guarantee: Any, *, given_on: date, given_with: str, offer: bool | None, today: date) -> Reason | None:
    """Whether a guarantee can be kept on a day. Of an interview it is said whether it brought an offer."""
    if guarantee.given_on is not None:
        return Reason("guarantee_given_already")
    if guarantee.kind == Promise.INTERVIEW and offer is None:
        return Reason("interview_result_missing")
    return why_not_date(given_on, today=today, last=guarantee.owed_from) or (
        None if given_with else Reason("guarantee_with_nobody")
    )


def _written(day: date) -> str:
    return day.strftime("%d/%m/%Y")
