"""Pure answers about whose a case is: when it may go to a colleague, be covered for a while, or be taken up again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lynchpin.casework.choices import CaseStatus, EndReason, ReopenReason, TransferState
from lynchpin.kernel import calendar
from lynchpin.kernel.errors import Reason
from lynchpin.organisations.rules import is_at_work

ANSWER_WORKING_DAYS = 2
LONGEST_ABSENCE = timedelta(days=183)
TRANSFER_TRANSITIONS: Mapping[TransferState, frozenset[TransferState]] = {
    TransferState.PROPOSED: frozenset(
        {TransferState.ACKNOWLEDGED, TransferState.DECLINED, TransferState.WITHDRAWN, TransferState.OVERTAKEN}
    ),
    TransferState.ACKNOWLEDGED: frozenset(),
    TransferState.DECLINED: frozenset(),
    TransferState.WITHDRAWN: frozenset(),
    TransferState.OVERTAKEN: frozenset(),
}


def answer_by(proposed_on: date) -> date:
    """Until when an answer to a transfer is expected."""
    return calendar.add_working_days(proposed_on, ANSWER_WORKING_DAYS)


def why_not_propose(
    case: Any, *, asker_id: int | None, receiver_id: int, leads: bool, under_way: bool, why: str
) -> Reason | None:
    """Whether a colleague can be asked to take a case on. `leads`: the asker shares out cases where this one is."""
    if case.status != CaseStatus.OPEN:
        return Reason("case_closed")
    if case.worker_id is None:
        return Reason("transfer_without_worker")
    if not leads and case.worker_id != asker_id:
        return Reason("transfer_not_yours_to_propose")
    if case.worker_id == receiver_id:
        return Reason("case_already_theirs")
    if receiver_id == asker_id:
        return Reason("transfer_to_yourself")
    if under_way:
        return Reason("transfer_under_way")
    return None if why.strip() else Reason("transfer_without_reason")


def why_not_fit(case: Any, *, load: int, limit: int) -> Reason | None:
    """Whether a colleague who is asked has room for a case. All weights are in points."""
    full = load + case.weight > limit
    return Reason("caseload_full", load=load, limit=limit, weight=case.weight) if full else None


def why_not_move_transfer(transfer: Any, to: TransferState) -> Reason | None:
    """Whether a transfer in its state may go to another."""
    if to in TRANSFER_TRANSITIONS[TransferState(transfer.state)]:
        return None
    match transfer.state:
        case TransferState.PROPOSED:
            return Reason("transfer_is_proposed")
        case TransferState.ACKNOWLEDGED:
            return Reason("transfer_is_acknowledged")
        case TransferState.DECLINED:
            return Reason("transfer_is_declined")
        case TransferState.WITHDRAWN:
            return Reason("transfer_is_withdrawn")
    return Reason("transfer_is_overtaken")


def why_not_answer_transfer(transfer: Any, *, staff_id: int | None) -> Reason | None:
    """Whether this colleague can answer: the one who was asked."""
    return None if transfer.to_staff_id == staff_id else Reason("transfer_not_for_you")


def why_not_withdraw_transfer(transfer: Any, *, staff_id: int | None) -> Reason | None:
    """Whether this colleague can take a transfer back: whoever proposed it, or holds the case."""
    own = staff_id is not None and staff_id in (transfer.from_staff_id, transfer.proposed_by)
    return None if own else Reason("transfer_not_from_you")


def why_not_take_on(case: Any, transfer: Any, *, load: int, limit: int) -> Reason | None:
    """Whether the case is still as it was proposed, and fits the receiver's caseload. All weights are in points."""
    if case.status != CaseStatus.OPEN or case.worker_id != transfer.from_staff_id:
        return Reason("transfer_is_overtaken")
    if load + case.weight > limit:
        return Reason("no_room_to_take_on", load=load, limit=limit, weight=case.weight)
    return None


def why_not_reopen(case: Any, *, reason: str, because: str, other_case: str | None) -> Reason | None:
    """Whether a lead worker can open a closed case again. `other_case` is another open one, empty when it is out of sight."""
    if case.status == CaseStatus.OPEN:
        return Reason("case_open_already")
    if case.end_reason == EndReason.PERSONS_NO:
        return Reason("persons_no_stands")
    if case.end_reason == EndReason.DIED and reason != ReopenReason.CLOSED_IN_ERROR:
        return Reason("died_is_an_end")
    if other_case is not None:
        return Reason("other_case_is_open", case=other_case) if other_case else Reason("resident_has_open_case")
    return None if because.strip() else Reason("reopened_without_reason")


def why_not_while_away(until: date | None) -> Reason | None:
    """Whether a worker can be given a case: nobody who is away can. `until` is their last day away, of today's absence."""
    return Reason("worker_is_away", until=_said(until)) if until is not None else None


def why_not_those_days(from_on: date, to_on: date, today: date) -> Reason | None:
    """Whether somebody can be away and covered from a day to a day."""
    if to_on < from_on:
        return Reason("absence_ends_before_it_begins")
    if to_on < today:
        return Reason("absence_over_already")
    return Reason("absence_too_long") if to_on - from_on > LONGEST_ABSENCE else None


@dataclass(frozen=True, slots=True)
class Plans:
    """What stands already for the days of an absence: the worker's own, those they cover, and those of whoever would cover."""

    own: Any | None
    covering: Any | None
    cover_away: bool


def why_not_away(plans: Plans, *, holds_cases: bool) -> Reason | None:
    """Whether a worker can be recorded as away beside what stands already."""
    if not holds_cases:
        return Reason("absence_of_nobody_with_cases")
    if plans.own is not None:
        return Reason("absence_overlaps", **{"from": _said(plans.own.from_on), "to": _said(plans.own.to_on)})
    return Reason("absent_while_covering", to=_said(plans.covering.to_on)) if plans.covering is not None else None


def why_not_cover(
    cover: Any, *, is_themself: bool, away: bool, holds_cases: bool, same_cluster: bool, from_on: date, to_on: date
) -> Reason | None:
    """Whether a colleague can cover: they are at work on every day, hold cases, and work in the same cluster."""
    if is_themself:
        return Reason("cover_by_themselves")
    if not (is_at_work(cover, from_on) and is_at_work(cover, to_on)):
        return Reason("cover_has_left")
    if not holds_cases:
        return Reason("cover_holds_no_cases")
    if not same_cluster:
        return Reason("cover_not_in_cluster")
    return Reason("cover_is_away") if away else None


def why_not_end_absence(absence: Any, today: date) -> Reason | None:
    """Whether somebody can be said to be back."""
    over = absence.to_on < today or absence.back_on is not None
    return Reason("absence_over") if over else None


def _said(day: date) -> str:
    return day.strftime("%d/%m/%Y")
