"""Pure answers of the front door: what may follow what, by when, to whom, and when somebody is left in peace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Protocol, TypeVar

from lynchpin.frontdoor.choices import (
    CandidateDecision,
    CandidateState,
    ClockStep,
    OwnStatus,
    ReferralSource,
    ReferralStatus,
    Route,
    Urgency,
)
from lynchpin.kernel import calendar
from lynchpin.kernel.errors import Reason

# A person's own no holds for a year; someone who never asked is approached at most three times in six weeks.
# Source: the service's principles, number 1 (November 2026).
NO_HOLDS_FOR = timedelta(days=365)
APPROACHES, APPROACHES_WITHIN = 3, timedelta(weeks=6)

# How many families a run puts before the reviewers of one cluster. Source: a proposal of November 2026, at half an hour
# a family in a reviewer's morning, until headroom is measured; to be confirmed by the council.
RELEASE_PER_CLUSTER = 5

# Working days to decide where no dated rule is loaded. Source: the reference pack's proposal, 2016-04-01.
DECIDE_WITHIN: Mapping[str, int] = MappingProxyType({Urgency.SAME_DAY: 0, Urgency.SOON: 1, Urgency.ROUTINE: 3})

WAITING = frozenset({ReferralStatus.RECEIVED, ReferralStatus.SCREENING})
ENDS = frozenset({ReferralStatus.ANSWERED, ReferralStatus.PASSED_ON, ReferralStatus.DECLINED_BY_PERSON})
TRANSITIONS: Mapping[ReferralStatus, frozenset[ReferralStatus]] = MappingProxyType(
    {
        ReferralStatus.RECEIVED: ENDS | {ReferralStatus.SCREENING},
        ReferralStatus.SCREENING: ENDS | {ReferralStatus.ROUTED},
        ReferralStatus.ROUTED: frozenset(
            {ReferralStatus.TAKEN_UP, ReferralStatus.PASSED_ON, ReferralStatus.DECLINED_BY_PERSON}
        ),
        ReferralStatus.ANSWERED: frozenset(),
        ReferralStatus.TAKEN_UP: frozenset(),
        ReferralStatus.PASSED_ON: frozenset(),
        ReferralStatus.DECLINED_BY_PERSON: frozenset(),
    }
)
STANDING = MappingProxyType(
    {
        ReferralStatus.RECEIVED: "referral_received_already",
        ReferralStatus.SCREENING: "referral_screened_already",
        ReferralStatus.ANSWERED: "referral_answered_already",
        ReferralStatus.ROUTED: "referral_routed_already",
        ReferralStatus.TAKEN_UP: "referral_taken_up_already",
        ReferralStatus.PASSED_ON: "referral_passed_on_already",
        ReferralStatus.DECLINED_BY_PERSON: "person_said_no",
    }
)
TOO_EARLY = MappingProxyType(
    {
        (ReferralStatus.RECEIVED, ReferralStatus.ROUTED): "screen_first",
        (ReferralStatus.RECEIVED, ReferralStatus.TAKEN_UP): "route_first",
        (ReferralStatus.SCREENING, ReferralStatus.TAKEN_UP): "route_first",
    }
)


def why_not_move(status: str, to: str) -> Reason | None:
    """Why a referral of one status cannot become another."""
    now, then = ReferralStatus(status), ReferralStatus(to)
    if then in TRANSITIONS[now]:
        return None
    return Reason(TOO_EARLY.get((now, then), STANDING[now]))


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known about approaching somebody: whether they asked, their last no, an outreach stop.

    `approaches` are those of late; they are counted only for somebody who did not ask.
    """

    asked: bool = False
    no_on: date | None = None
    approaches: int = 0
    stopped: bool = False


def why_not_approach(standing: Standing, on: date) -> Reason | None:
    """An outreach stop holds for everyone; a no and the limit on approaches hold for those who did not ask."""
    if standing.stopped:
        return Reason("outreach_stopped")
    if standing.asked:
        return None
    if standing.no_on and on < standing.no_on + NO_HOLDS_FOR:
        until = standing.no_on + NO_HOLDS_FOR
        return Reason("no_within_a_year", said_on=standing.no_on.isoformat(), until=until.isoformat())
    return Reason("approached_three_times") if standing.approaches >= APPROACHES else None


def asked(source: str, agrees: bool | None) -> bool:
    """Whether the person came of their own accord, or said yes to whoever sent them: a new yes is newer than an old no."""
    return agrees is True or source in (ReferralSource.SELF, ReferralSource.SPECIALIST)


class Answerable(Protocol):
    """What was said of a referral by the person, or about them."""

    asked_for_self: bool
    person_agrees: bool | None


def may_be_told(referral: Answerable) -> bool:
    """Whether the person themselves asked, or agreed: somebody else's request is not theirs to be thanked for."""
    return referral.asked_for_self or referral.person_agrees is True


class Dated(Protocol):
    """A rule that holds between two days, the last one included."""

    valid_from: date
    valid_to: date | None


class Clock(Dated, Protocol):
    """So many working days for a step."""

    step: str
    urgency: str
    working_days: int


class Cell(Dated, Protocol):
    """A route for two bands."""

    vulnerability_band: str
    resilience_band: str
    route: str


Rule = TypeVar("Rule", bound=Dated)


def holding(rules: Iterable[Rule], on: date) -> list[Rule]:
    """The rules in force on a day, the latest first."""
    held = (rule for rule in rules if rule.valid_from <= on and (rule.valid_to is None or on <= rule.valid_to))
    return sorted(held, key=lambda rule: rule.valid_from, reverse=True)


def decide_by(clocks: Iterable[Clock], urgency: str, received_on: date) -> date:
    """The working day by whose end a referral of this urgency is decided."""
    held = (clock for clock in holding(clocks, received_on) if clock.step == ClockStep.DECIDE)
    days = next((clock.working_days for clock in held if clock.urgency == urgency), DECIDE_WITHIN[urgency])
    return calendar.add_working_days(received_on, days)


def read_on(received_on: date) -> date:
    """The working day on which what was sent is read: the next one, always, so that the promise is one that is kept."""
    return calendar.add_working_days(received_on, 1)


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


@dataclass(frozen=True, slots=True)
class Owners:
    """Colleagues who could own a referral, by why: a lead the family has, leads of the cluster, of the zone, the centre."""

    family_lead: int | None = None
    cluster_leads: tuple[int, ...] = ()
    zone_leads: tuple[int, ...] = ()
    centre: tuple[int, ...] = ()


def owner_for(owners: Owners) -> int | None:
    """Routing always finds an owner while anyone is at work: the family's lead, then the cluster's, the zone's, the centre."""
    if owners.family_lead is not None:
        return owners.family_lead
    return next(iter((*owners.cluster_leads, *owners.zone_leads, *owners.centre)), None)


def own_status(status: str, *, work_ended: bool, hidden: bool = False) -> OwnStatus:
    """What whoever sent a referral is told of it. `hidden`: the person is out of their sight, so they learn of no progress."""
    if hidden:
        return OwnStatus.LOOKED_AT
    match status:
        case ReferralStatus.RECEIVED:
            return OwnStatus.RECEIVED
        case ReferralStatus.SCREENING | ReferralStatus.ROUTED:
            return OwnStatus.LOOKED_AT
        case ReferralStatus.TAKEN_UP if not work_ended:
            return OwnStatus.WORKED_WITH
    return OwnStatus.ENDED


def parted(name: str) -> tuple[str, str]:
    """A name as told, as forename and surname: the last word is taken for the surname, to be put right by a colleague."""
    first, _, last = name.strip().rpartition(" ")
    return first or last, last if first else ""
