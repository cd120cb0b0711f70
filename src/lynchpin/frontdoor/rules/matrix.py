"""Where two bands lead, which families are put before a reviewer, and what a decision makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from lynchpin.frontdoor.choices import CandidateDecision, CandidateState, Route, Urgency
from lynchpin.frontdoor.rules.clocks import Dated, holding
from lynchpin.kernel.errors import Reason

# How many families a run puts before the reviewers of one cluster. Source: a proposal of November 2026, at half an hour
# a family in a reviewer's morning, until headroom is measured; to be confirmed by the council.
RELEASE_PER_CLUSTER = 5


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


class Suggested(Protocol):
    """A family with a suggested route, somewhere."""

    @property
    def route(self) -> str: ...

    @property
    def cluster_key(self) -> str: ...

    @property
    def vulnerability(self) -> int: ...

    @property
    def family_key(self) -> str: ...


Suggestion = TypeVar("Suggestion", bound=Suggested)


def release(suggested: Sequence[Suggestion], per_cluster: int = RELEASE_PER_CLUSTER) -> list[tuple[Suggestion, bool]]:
    """Each suggestion with whether it is released: in each cluster the most urgent routes first, and no more than can be read."""
    taken: dict[str, int] = {}
    answered = []
    for each in sorted(suggested, key=_most_urgent_first):
        taken[each.cluster_key] = taken.get(each.cluster_key, 0) + 1
        answered.append((each, taken[each.cluster_key] <= per_cluster))
    return answered


def _most_urgent_first(each: Suggested) -> tuple[int, int, str]:
    return REVIEWED.index(Route(each.route)), -each.vulnerability, each.family_key


def why_not_decide(state: str) -> Reason | None:
    """Only what was released and is undecided may be decided."""
    if state in (CandidateState.AGREED, CandidateState.REJECTED):
        return Reason("candidate_decided_already")
    return None if state == CandidateState.RELEASED else Reason("candidate_not_released")


def urgency_of(decision: str, route: str) -> str:
    """How urgent an agreed family is: as its route says, or as the reviewer raised or lowered it."""
    match decision:
        case CandidateDecision.RAISE:
            return Urgency.SAME_DAY if route == Route.FAMILY_CONVERSATION else Urgency.SOON
        case CandidateDecision.LOWER:
            return Urgency.ROUTINE
    return Urgency.SOON if route in (Route.PRIORITY, Route.FAMILY_CONVERSATION) else Urgency.ROUTINE
