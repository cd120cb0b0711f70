"""When a person can be handed over, answered for, and met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lynchpin.casework.choices import CaseStatus
from lynchpin.kernel.errors import Reason
from lynchpin.pathways.choices import HandoverState

HANDOVER_TRANSITIONS: Mapping[HandoverState, frozenset[HandoverState]] = {
    HandoverState.PREPARED: frozenset({HandoverState.SENT, HandoverState.WITHDRAWN}),
    HandoverState.SENT: frozenset({HandoverState.ACKNOWLEDGED, HandoverState.DECLINED, HandoverState.WITHDRAWN}),
    HandoverState.ACKNOWLEDGED: frozenset(
        {HandoverState.MET, HandoverState.WAIVED, HandoverState.DECLINED, HandoverState.WITHDRAWN}
    ),
    HandoverState.MET: frozenset(),
    HandoverState.WAIVED: frozenset(),
    HandoverState.DECLINED: frozenset(),
    HandoverState.WITHDRAWN: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Receiver:
    """To whom a person is handed: a colleague, or an organisation with a named contact. `suitable` is about a colleague."""

    staff_id: int | None
    organisation: str
    contact_name: str
    contact_role: str
    suitable: bool
    is_holder: bool


@dataclass(frozen=True, slots=True)
class Consent:
    """Who agreed to the handover, on which day, and to what."""

    by: str
    on: date | None
    to: str


def why_not_prepare(
    case: Any, receiver: Receiver, consent: Consent, *, told: bool, under_way: bool, today: date
) -> Reason | None:
    """Whether a handover can be prepared from a case."""
    if case.status != CaseStatus.OPEN:
        return Reason("handover_case_closed")
    if under_way:
        return Reason("handover_under_way")
    if no := _why_not_to(receiver):
        return no
    if not told:
        return Reason("handover_untold")
    return _why_not_agreed(consent, today)


def _why_not_to(receiver: Receiver) -> Reason | None:
    if bool(receiver.staff_id) == bool(receiver.organisation):
        return Reason("handover_to_nobody")
    if receiver.organisation:
        named = receiver.contact_name and receiver.contact_role
        return None if named else Reason("handover_without_contact")
    if receiver.is_holder:
        return Reason("handover_to_oneself")
    return None if receiver.suitable else Reason("handover_to_unsuitable")


def _why_not_agreed(consent: Consent, today: date) -> Reason | None:
    if not (consent.by and consent.on and consent.to):
        return Reason("handover_without_consent")
    return Reason("consent_in_future") if consent.on > today else None


def why_not_move_handover(handover: Any, to: HandoverState) -> Reason | None:
    """Whether a handover in its state may go to another."""
    if to in HANDOVER_TRANSITIONS[HandoverState(handover.state)]:
        return None
    match handover.state:
        case HandoverState.PREPARED:
            return Reason("handover_is_prepared")
        case HandoverState.SENT:
            return Reason("handover_is_sent")
        case HandoverState.ACKNOWLEDGED:
            return Reason("handover_is_acknowledged")
        case HandoverState.DECLINED | HandoverState.WITHDRAWN:
            return Reason("handover_came_back")
    return Reason("handover_is_settled")


def why_not_answer(handover: Any, *, staff_id: int | None) -> Reason | None:
    """Whether this colleague can answer: the receiver, or whoever sent it to somebody outside the service."""
    return Reason("handover_not_yours") if handover.to_staff_id not in (None, staff_id) else None


def why_not_acknowledge(handover: Any, *, staff_id: int | None, taken_by_name: str) -> Reason | None:
    """Whether this colleague can say that it is taken on; for an organisation, with the name of who did."""
    if no := why_not_answer(handover, staff_id=staff_id):
        return no
    named = handover.to_staff_id is not None or taken_by_name
    return None if named else Reason("acknowledged_by_nobody")


def why_not_record_visit(handover: Any, *, met_on: date, went_along: str, today: date) -> Reason | None:
    """Whether a first visit can be recorded."""
    if no := why_not_move_handover(handover, HandoverState.MET):
        return no
    if met_on > today:
        return Reason("visit_in_future")
    if met_on < handover.taken_on:
        return Reason("visit_before_acknowledged", taken=handover.taken_on.strftime("%d/%m/%Y"))
    return None if went_along else Reason("visit_without_company")


def why_not_waive(handover: Any, *, because: str) -> Reason | None:
    """Whether a first visit can be left out, for a reason."""
    return why_not_move_handover(handover, HandoverState.WAIVED) or (
        None if because else Reason("waiver_without_reason")
    )
