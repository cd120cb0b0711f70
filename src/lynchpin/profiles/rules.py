"""Pure answers: what may be run, approved and stopped. Those about partners' files are in `file_rules`."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.profiles.choices import AssessmentState, ContestState, LineKind, RunState, StopState
from lynchpin.profiles.link_rules import ANSWER_TRANSITIONS as ANSWER_TRANSITIONS

TRANSITIONS: dict[RunState, frozenset[RunState]] = {
    RunState.COMMISSIONED: frozenset({RunState.RECEIVED, RunState.FAILED, RunState.WITHDRAWN}),
    RunState.RECEIVED: frozenset({RunState.APPROVED, RunState.WITHDRAWN}),
    RunState.APPROVED: frozenset({RunState.WITHDRAWN}),
    RunState.WITHDRAWN: frozenset(),
    RunState.FAILED: frozenset(),
}


# A proposal of November 2026: long enough for an assessment to be reviewed and two people to look at it.
REVIEW_SOON = timedelta(days=60)


def may_become(run: Any, state: RunState) -> bool:
    return state in TRANSITIONS[RunState(run.state)]


def assessment_state(assessment: Any, on: date) -> AssessmentState:
    """How an impact assessment stands on a day; on the day that its review is due it has lapsed."""
    if assessment.ended_at is not None:
        return AssessmentState.ENDED
    if assessment.confirmed_at is None:
        return AssessmentState.UNCONFIRMED
    if assessment.review_on <= on:
        return AssessmentState.LAPSED
    return AssessmentState.REVIEW_SOON if assessment.review_on - on <= REVIEW_SOON else AssessmentState.IN_FORCE


def why_not_profile(assessment: Any, *, purpose: str, uncovered: Collection[str], on: date) -> Reason | None:
    """Why an impact assessment, or None where there is none, lets nobody be profiled for a purpose.

    `uncovered` are the places of the population that it does not cover.
    """
    if assessment is None:
        return Reason("assessment_not_registered")
    match assessment_state(assessment, on):
        case AssessmentState.ENDED:
            return Reason("assessment_ended")
        case AssessmentState.UNCONFIRMED:
            return Reason("assessment_unconfirmed")
        case AssessmentState.LAPSED:
            return Reason("assessment_lapsed")
    if purpose not in assessment.purposes:
        return Reason("assessment_for_other_purposes")
    return Reason("assessment_for_other_places") if uncovered else None


def why_not_record_assessment(
    *,
    staff_id: int | None,
    decided_on: date,
    review_on: date,
    purposes: Collection[str],
    somewhere: bool,
    unknown: Collection[str],
    waits: bool,
    on: date,
) -> Reason | None:
    """`somewhere` is whether any place is covered, `unknown` the places that do not exist, `waits` whether one of its number does."""
    if staff_id is None:
        return Reason("assessment_needs_a_named_person")
    if decided_on > on:
        return Reason("assessment_decided_ahead")
    if review_on <= on:
        return Reason("assessment_review_in_the_past")
    if not purposes:
        return Reason("assessment_without_purpose")
    if not somewhere:
        return Reason("assessment_without_places")
    if unknown:
        return Reason("assessment_over_unknown_place")
    return Reason("assessment_waits_already") if waits else None


def why_not_confirm_assessment(assessment: Any, *, staff_id: int | None, on: date) -> Reason | None:
    """Two people: whoever recorded an assessment never confirms it."""
    if assessment.ended_at is not None:
        return Reason("assessment_ended_already")
    if assessment.confirmed_at is not None:
        return Reason("assessment_confirmed_already")
    if staff_id is None:
        return Reason("assessment_needs_a_named_person")
    if staff_id == assessment.recorded_by:
        return Reason("assessment_needs_a_second_person")
    return Reason("assessment_review_in_the_past") if assessment.review_on <= on else None


def why_not_end_assessment(assessment: Any) -> Reason | None:
    return Reason("assessment_ended_already") if assessment.ended_at is not None else None


def why_not_stop_profiling(*, stands: bool, staff_id: int | None) -> Reason | None:
    """`stands` is whether profiling is stopped already."""
    if staff_id is None:
        return Reason("stop_needs_a_named_person")
    return Reason("profiling_stopped_already") if stands else None


def why_not_propose_resuming(stop: Any, *, staff_id: int | None) -> Reason | None:
    if stop.state != StopState.STANDS:
        return Reason("profiling_not_stopped")
    if staff_id is None:
        return Reason("stop_needs_a_named_person")
    return Reason("resuming_proposed_already") if stop.proposed_at is not None else None


def why_not_decline_resuming(stop: Any) -> Reason | None:
    if stop.state != StopState.STANDS:
        return Reason("profiling_not_stopped")
    return Reason("resuming_not_proposed") if stop.proposed_at is None else None


def why_not_resume_profiling(stop: Any, *, staff_id: int | None) -> Reason | None:
    """Two people: whoever proposed to go on never lets it."""
    if reason := why_not_decline_resuming(stop):
        return reason
    if staff_id is None:
        return Reason("stop_needs_a_named_person")
    return Reason("resuming_needs_a_second_person") if staff_id == stop.proposed_by else None


def why_not_commission_profile_run(
    *,
    named: Collection[str],
    unknown: Collection[str],
    bound: Reason | None,
    review_on: date,
    review_by: date,
    feeds: int,
    on: date,
) -> Reason | None:
    """`named` are the places of the population, `unknown` those of them that do not exist; `feeds` may be read.

    `bound` is why profiling is bound to be refused; `review_by` is when its impact assessment is reviewed.
    """
    if not named:
        return Reason("run_without_population")
    if unknown:
        return Reason("run_over_unknown_place")
    if bound:
        return bound
    if review_on <= on:
        return Reason("run_review_in_the_past")
    if review_on > review_by:
        return Reason("run_reviewed_too_late")
    return None if feeds else Reason("run_without_feeds")


def why_not_receive_profile_run(run: Any, *, bound: Reason | None) -> Reason | None:
    """`bound` is why nobody may be profiled like this today: an assessment may have lapsed since the run was commissioned."""
    return bound if may_become(run, RunState.RECEIVED) else Reason("run_is_not_waiting_for_results")


def why_not_approve_profile_run(run: Any, *, staff_id: int | None, bound: Reason | None, on: date) -> Reason | None:
    """Two people: whoever commissioned a run never approves it. `bound` as for receiving."""
    if not may_become(run, RunState.APPROVED):
        return Reason("run_is_not_waiting_for_approval")
    if staff_id is None:
        return Reason("run_needs_a_named_approver")
    if staff_id == run.commissioned_by:
        return Reason("run_needs_a_second_person")
    return bound or (Reason("run_review_is_due") if run.review_on <= on else None)


def why_not_withdraw_profile_run(run: Any) -> Reason | None:
    return None if may_become(run, RunState.WITHDRAWN) else Reason("run_already_stopped")


# Facts that never leave the reviewer's page: not to workers, not in letters, not to the person through this service.
# Source: the catalogue of factors of November 2026.
WITHHELD = frozenset({"SA1", "SA3", "SA4", "HE1", "HE2", "FA1"})


def why_not_contest_fact(line: Any, *, contested: bool) -> Reason | None:
    """`line` is one line of a score, `contested` whether the same fact is with its source already."""
    if line.kind != LineKind.FACT or not line.person_key or not line.feed:
        return Reason("fact_is_no_fact")
    if line.factor in WITHHELD:
        return Reason("fact_is_withheld")
    return Reason("fact_contested_already") if contested else None


def why_not_answer_contest(contest: Any, *, answered_on: date, on: date) -> Reason | None:
    if contest.state != ContestState.OPEN:
        return Reason("contest_answered_already")
    return _why_not_on(contest, answered_on, on)


def why_not_close_contest(contest: Any, *, told_on: date, on: date) -> Reason | None:
    if contest.state == ContestState.CLOSED:
        return Reason("contest_closed_already")
    if contest.state == ContestState.OPEN:
        return Reason("contest_not_answered")
    return _why_not_on(contest, told_on, on)


def _why_not_on(contest: Any, day: date, on: date) -> Reason | None:
    if day > on:
        return Reason("contest_day_ahead")
    return Reason("contest_day_before_asked") if day < local_date(contest.contested_at) else None


def answer_due(on: date) -> date:
    """When the source of a contested fact has to have answered: one calendar month, as for every request to rectify data."""
    year, month = (on.year + 1, 1) if on.month == 12 else (on.year, on.month + 1)
    return date(year, month, min(on.day, monthrange(year, month)[1]))
