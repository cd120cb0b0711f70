"""Where two bands lead, which families are put before a reviewer, and what a decision makes of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from lynchpin.frontdoor.choices import CandidateDecision, CandidateState, Route, Urgency
from lynchpin.frontdoor.rules.clocks import Dated, holding
from lynchpin.kernel.errors import Reason


class Cell(Dated, Protocol):
    """A route for two bands."""

    vulnerability_band: str
    resilience_band: str
    route: str


def route_for(cells: Iterable[Cell], vulnerability: str, resilience: str, on: date) -> str:
    """The route of two bands on a day; none where there is not enough data for a band, or no rule."""
    matching = (
        cell
        for cell in holding(cells, on)
        if (cell.vulnerability_band, cell.resilience_band) == (vulnerability, resilience)
    )
    return next((cell.route for cell in matching), Route.NONE)


# Routes on which a named person has to decide about one family. Invitations to everyone's activities need no review.
REVIEWED = (Route.FAMILY_CONVERSATION, Route.PRIORITY, Route.TRIAGE, Route.CASELOAD)


# What becomes of a family that a run suggests. Whoever waits is put up for review as time and room allow.
CANDIDATE_TRANSITIONS = {
    CandidateState.WITHHELD: frozenset({CandidateState.RELEASED, CandidateState.LAPSED, CandidateState.WITHDRAWN}),
    CandidateState.RELEASED: frozenset(
        {CandidateState.AGREED, CandidateState.REJECTED, CandidateState.LAPSED, CandidateState.WITHDRAWN}
    ),
    CandidateState.AGREED: frozenset(),
    CandidateState.REJECTED: frozenset(),
    CandidateState.LAPSED: frozenset(),
    CandidateState.WITHDRAWN: frozenset(),
}


def why_not_decide(state: str) -> Reason | None:
    """Only what was released and is undecided may be decided."""
    if state in (CandidateState.AGREED, CandidateState.REJECTED):
        return Reason("candidate_decided_already")
    if state == CandidateState.WITHHELD:
        return Reason("candidate_waits")
    return None if state == CandidateState.RELEASED else Reason("candidate_not_released")


def urgency_of(decision: str, route: str) -> str:
    """How urgent an agreed family is: as its route says, or as the reviewer raised or lowered it."""
    match decision:
        case CandidateDecision.RAISE:
            return Urgency.SAME_DAY if route == Route.FAMILY_CONVERSATION else Urgency.SOON
        case CandidateDecision.LOWER:
            return Urgency.ROUTINE
    return Urgency.SOON if route in (Route.PRIORITY, Route.FAMILY_CONVERSATION) else Urgency.ROUTINE
