"""Pure answers about cases: what a case weighs, who may hold it, and what a day's record must satisfy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from lynchpin.casework.choices import (
    CapacityPart,
    CaseStatus,
    ContactKind,
    PlanState,
    RatingOccasion,
    TravelBand,
    WeightPart,
)
from lynchpin.casework.family_rules import FAMILY_TEAM_TRANSITIONS as FAMILY_TEAM_TRANSITIONS
from lynchpin.casework.hands import TRANSFER_TRANSITIONS as TRANSFER_TRANSITIONS
from lynchpin.casework.hands import why_not_fit
from lynchpin.casework.snag_rules import SNAG_TRANSITIONS as SNAG_TRANSITIONS
from lynchpin.casework.visit_rules import VISIT_TRANSITIONS as VISIT_TRANSITIONS
from lynchpin.frontdoor.choices import ReferralStatus
from lynchpin.kernel import calendar
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.organisations.rules import is_at_work
from lynchpin.people.choices import Channel

TRANSITIONS: Mapping[CaseStatus, frozenset[CaseStatus]] = {
    CaseStatus.OPEN: frozenset({CaseStatus.CLOSED}),
    CaseStatus.CLOSED: frozenset({CaseStatus.OPEN}),
}
PLAN_TRANSITIONS: Mapping[PlanState, frozenset[PlanState]] = {
    PlanState.WAITING: frozenset({PlanState.IN_FORCE, PlanState.SENT_BACK, PlanState.REPLACED}),
    PlanState.IN_FORCE: frozenset(),
    PlanState.SENT_BACK: frozenset(),
    PlanState.REPLACED: frozenset(),
}
HOLDING_ROLES = ("engagement-worker", "lead-worker")  # roles whose work is one person's case
FIRST_CONTACT_WORKING_DAYS = 5
CONVERSATION_WORKING_DAYS = 10
CONTACT_RHYTHM = timedelta(days=14)
TRY_AGAIN_AFTER = timedelta(days=3)
REVIEW_AFTER = timedelta(weeks=6)
REVIEW_WEEK = timedelta(weeks=1)
FIRST_YEAR = timedelta(days=365)
HOURS_IN_A_WEEK = 37
DUTIES_AHEAD = timedelta(days=365)
LARGEST_FAMILY_BAND = 4  # "4" in the formula stands for four or more
CHANNELS = {ContactKind.VISIT: Channel.VISIT, ContactKind.PHONE: Channel.PHONE, ContactKind.TEXT: Channel.TEXT}


@dataclass(frozen=True, slots=True)
class WeightLine:
    """One line of a weight: a part, the answer given, and its points."""

    part: str
    answer: str
    points: int


def weight_lines(
    points: Mapping[str, Mapping[str, int]],
    *,
    complexity: str,
    family_size: int,
    intensity: str,
    travel: str = TravelBand.UNKNOWN,
) -> tuple[WeightLine, ...]:
    """The lines of a case's weight under a formula's points; the weight is their sum. Raises KeyError for an unknown answer.

    An edition without points for travel has no line for it.
    """
    answers = {
        WeightPart.COMPLEXITY: complexity,
        WeightPart.FAMILY: str(min(max(family_size, 1), LARGEST_FAMILY_BAND)),
        WeightPart.INTENSITY: intensity,
    }
    if WeightPart.TRAVEL in points:
        answers[WeightPart.TRAVEL] = travel
    return tuple(WeightLine(str(part), str(answer), points[part][answer]) for part, answer in answers.items())


def travel_band(km: float | None, bands: Mapping[str, float]) -> str:
    """The band that a distance in kilometres falls into; unknown stays unknown. `bands` says up to where each reaches."""
    if km is None:
        return TravelBand.UNKNOWN.value
    reaching = (band for band, up_to in sorted(bands.items(), key=lambda each: each[1]) if km <= up_to)
    return next(reaching, TravelBand.FAR.value)


@dataclass(frozen=True, slots=True)
class CapacityLine:
    """One line of what a worker can carry: a part, how much of it there is, and its points, below nothing when taken off."""

    part: str
    amount: int
    points: int


def capacity_lines(
    worker: Any, *, on: date, terms: Mapping[str, int], duties: Any | None = None
) -> tuple[CapacityLine, ...]:
    """The lines of a worker's capacity in points on a day under a formula's terms; the capacity is their sum, at least 0.

    What is left is rounded down after the share of full time, and again after the first year's allowance.
    """
    full = worker.caseload_limit
    share = full * worker.works_percent // 100
    percent = terms.get("first_year_percent", 100) if _is_first_year(worker, duties, on) else 100
    held = share * percent // 100
    lines = (
        CapacityLine(CapacityPart.FULL_TIME.value, 100, full),
        CapacityLine(CapacityPart.PART_TIME.value, worker.works_percent, share - full),
        CapacityLine(CapacityPart.FIRST_YEAR.value, percent, held - share),
        *_duty_lines(duties, terms),
    )
    return tuple(line for line in lines if line.points or line.part == CapacityPart.FULL_TIME)


def capacity_of(lines: Iterable[CapacityLine]) -> int:
    """Points that a worker can carry."""
    return max(0, sum(line.points for line in lines))


def _is_first_year(worker: Any, duties: Any | None, on: date) -> bool:
    return on < worker.started_on + FIRST_YEAR and not (duties is not None and duties.experienced)


def _duty_lines(duties: Any | None, terms: Mapping[str, int]) -> tuple[CapacityLine, ...]:
    if duties is None:
        return ()
    hours = {CapacityPart.GROUP: duties.group_hours, CapacityPart.UNIVERSAL: duties.universal_hours}
    return tuple(CapacityLine(part.value, told, -told * terms.get(part.value, 0)) for part, told in hours.items())


def why_not_open(referral: Any, *, has_open_case: bool, moved: bool = False) -> Reason | None:
    """Whether a referral can become a case. `moved`: they live in another cluster now, which the asker does not reach."""
    if referral.status != ReferralStatus.ROUTED:
        return Reason("referral_not_routed")
    if referral.resident_id is None:
        return Reason("referral_names_nobody_known")
    if has_open_case:
        return Reason("resident_has_open_case")
    return Reason("person_has_moved") if moved else None


def why_not_work_on(case: Any) -> Reason | None:
    """Whether a case still takes records."""
    return Reason("case_closed") if case.status != CaseStatus.OPEN else None


def why_not_resume(case: Any, *, has_open_case: bool) -> Reason | None:
    """Whether a closed case can be taken up again."""
    if case.status == CaseStatus.OPEN:
        return Reason("case_open_already")
    return Reason("resident_has_open_case") if has_open_case else None


def why_not_hold(worker: Any, *, holds_cases: bool, kept_away: bool, on: date) -> Reason | None:
    """Whether a colleague may hold a case at all. Why one is kept away from it is told to nobody here."""
    if not is_at_work(worker, on):
        return Reason("worker_has_left")
    if not holds_cases:
        return Reason("worker_holds_no_cases")
    return Reason("worker_kept_from_case") if kept_away else None


def why_not_allocate(case: Any, *, worker_id: int, load: int, limit: int) -> Reason | None:
    """Whether an open case fits a worker's caseload. Load, limit and weight are in points."""
    if case.status != CaseStatus.OPEN:
        return Reason("case_closed")
    if case.worker_id == worker_id:
        return Reason("case_already_theirs")
    return why_not_fit(case, load=load, limit=limit)


def why_not_override(reference: str, *, worker_id: int, proposed_worker_id: int | None, reason: str) -> Reason | None:
    """Whether a case may go to another worker than the one proposed: a reason is needed."""
    if proposed_worker_id in (None, worker_id) or reason.strip():
        return None
    return Reason("override_without_reason", case=reference)


def why_not_record_duties(present: Any | None, *, hours: int, from_on: date, today: date) -> Reason | None:
    """Whether duties that begin on a day can follow those recorded last. `hours` are those of a week in all.

    Nothing can be recorded before duties that are recorded already, so that a slip in the year must not be kept.
    """
    if from_on > today + DUTIES_AHEAD:
        return Reason("duties_too_far_ahead")
    if present is not None and from_on < present.from_on:
        return Reason("duties_before_last", start=present.from_on.strftime("%d/%m/%Y"))
    return Reason("duties_over_a_week", hours=HOURS_IN_A_WEEK) if hours > HOURS_IN_A_WEEK else None


def why_not_converse(case: Any, *, held_on: date, today: date) -> Reason | None:
    """Whether a what-matters conversation of a day can be recorded."""
    return why_not_work_on(case) or (Reason("conversation_in_future") if held_on > today else None)


def why_not_agree(case: Any, *, agreed_on: date, review_on: date, goals: int, today: date) -> Reason | None:
    """Whether a plan can be agreed."""
    if no := why_not_work_on(case):
        return no
    if agreed_on > today:
        return Reason("agreed_in_future")
    if review_on <= agreed_on:
        return Reason("review_before_agreed")
    return Reason("plan_without_goals") if not goals else None


def why_not_decide_plan(case: Any, plan: Any, *, decided_by: int | None) -> Reason | None:
    """Whether a colleague may approve or send back an edition: somebody else's, that waits."""
    if no := why_not_work_on(case):
        return no
    if plan.state != PlanState.WAITING:
        return Reason("plan_not_waiting")
    return Reason("plan_is_your_own") if plan.recorded_by == decided_by else None


def why_not_send_back(words: str) -> Reason | None:
    """Whether a plan can be sent back with these words."""
    return None if words.strip() else Reason("sent_back_without_words")


def why_not_record_contact(case: Any, *, happened_at: datetime, now: datetime) -> Reason | None:
    """Whether a contact at a moment can be recorded."""
    if no := why_not_work_on(case):
        return no
    if happened_at > now:
        return Reason("contact_in_future")
    opened_on = local_date(case.opened_at)
    if local_date(happened_at) < opened_on:
        return Reason("contact_before_case", opened=opened_on.strftime("%d/%m/%Y"))
    return None


def why_not_rate(case: Any, *, rating: int, in_force: bool) -> Reason | None:
    """Whether a goal can be given a self-rating."""
    if no := why_not_work_on(case):
        return no
    if not 0 <= rating <= 10:
        return Reason("rating_out_of_range")
    return None if in_force else Reason("goal_not_in_plan")


def first_contact_by(on: date) -> date:
    """By when a new case's worker should have been in touch."""
    return calendar.add_working_days(on, FIRST_CONTACT_WORKING_DAYS)


def conversation_by(allocated_on: date) -> date:
    """By when a what-matters conversation is expected."""
    return calendar.add_working_days(allocated_on, CONVERSATION_WORKING_DAYS)


def review_due(agreed_on: date) -> date:
    """When a plan is looked at again unless another day is agreed."""
    return agreed_on + REVIEW_AFTER


def likely_occasion(review_on: date, on: date) -> str:
    """At which occasion a goal is most likely rated on a day: the review, from a week before its day on."""
    return RatingOccasion.REVIEW.value if on >= review_on - REVIEW_WEEK else RatingOccasion.BETWEEN.value


def next_contact_due(kind: str, on: date) -> date:
    """When the next contact is expected unless another day is chosen."""
    return on + (TRY_AGAIN_AFTER if kind == ContactKind.NO_REPLY else CONTACT_RHYTHM)
