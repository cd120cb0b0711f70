"""Whom a provider may be asked for, what an answer needs, and how its help ends."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from lynchpin.frontdoor.choices import BrokeringState, EndCode, ReturnCause
from lynchpin.kernel.errors import Reason

BROKERING_TRANSITIONS = {
    BrokeringState.ASKED: frozenset({BrokeringState.ACCEPTED, BrokeringState.RETURNED, BrokeringState.WITHDRAWN}),
    BrokeringState.ACCEPTED: frozenset({BrokeringState.HELPED, BrokeringState.RETURNED, BrokeringState.WITHDRAWN}),
    BrokeringState.HELPED: frozenset(),
    BrokeringState.RETURNED: frozenset(),
    BrokeringState.WITHDRAWN: frozenset(),
}
ACCEPTED = BrokeringState.ACCEPTED.value
# The organisation that takes whoever is eligible over whole, without a line of the core offer. Its yes, with the day on which
# it starts and who said so, is its acknowledgement. Source: the five-phase employability pathway, phase 1.
COMMUNITIES_FOR_WORK = "communities_for_work"
ANSWERED_NO = (
    ReturnCause.DECLINED,
    ReturnCause.NO_CAPACITY,
    ReturnCause.WAITING_LIST,
    ReturnCause.NOT_ELIGIBLE,
    ReturnCause.NOT_REACHED,
)  # each brings the person back to us, and none is their own no
TAKEN_BACK = (ReturnCause.WRONG_PLACE, ReturnCause.NO_ANSWER, ReturnCause.CAME_BACK)
STOPPED_EARLY = (ReturnCause.ENDED_EARLY, ReturnCause.NO_CAPACITY, ReturnCause.NOT_REACHED)


def why_not_ask(
    *, provider: str, gives: Collection[str], is_provider: bool, in_force: bool, agreed_on: date, today: date
) -> Reason | None:
    """Whether a provider can be asked for a line of the core offer; `gives` are the keys of those who give it.

    Communities for Work is asked for no line: somebody is handed to it.
    """
    if not is_provider:
        return Reason("not_a_provider")
    if not in_force and provider != COMMUNITIES_FOR_WORK:
        return Reason("offer_not_in_force")
    if gives and provider not in gives:
        return Reason("provider_not_of_line")
    return Reason("agreement_in_future") if agreed_on > today else None


def why_not_answer(state: str, answer: str, *, starts_on: date | None, asked_on: date) -> Reason | None:
    """A yes names the day on which they start: a waiting list without one is no yes."""
    if state != BrokeringState.ASKED:
        return Reason("answered_already")
    if answer != ACCEPTED:
        return None
    if starts_on is None:
        return Reason("start_day_missing")
    return Reason("start_before_asked") if starts_on < asked_on else None


def why_not_finish(state: str, how: str) -> Reason | None:
    """Whether help that was promised has ended in a way that can be told."""
    if state != BrokeringState.ACCEPTED:
        return Reason("not_answered_yet")
    return None if how in (*EndCode.values, *STOPPED_EARLY) else Reason("ended_some_other_way")
