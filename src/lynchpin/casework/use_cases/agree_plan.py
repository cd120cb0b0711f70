"""Agree a plan with the person: goals in their own words, a first step each, and a day to look at it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lynchpin.casework import rules
from lynchpin.casework.choices import Permission, PlanState, RatingOccasion, Verb
from lynchpin.casework.models import Case, Goal, GoalRating, Plan
from lynchpin.casework.queries.second_eyes import waits_for_approval
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Stale, refuse_if
from lynchpin.kernel.use_case import use_case


@dataclass(frozen=True, slots=True)
class PlannedGoal:
    """A goal as agreed: the person's words, where they say they are from 0 to 10, and what happens first."""

    in_their_words: str
    start: int
    first_step: str = ""
    measure_key: str = ""
    wellbeing_goal_key: str = ""


@use_case(Permission.AGREE_PLAN)
def agree_plan(
    actor: Actor,
    *,
    reference: str,
    version: int,
    agreed_on: date,
    goals: Sequence[PlannedGoal],
    at: datetime,
    review_on: date | None = None,
) -> int:
    """Keep a new edition of the plan; `version` is the edition that was on the screen, 0 for none. Gives the edition.

    Where approval is asked for and somebody else can give it, the edition waits, in place of one that waited. A goal whose words did not
    change keeps where it started; where the person says they are now is its newest rating.

    Raises `Stale` when another edition was agreed meanwhile.
    """
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference)
    last = Plan.objects.visible_to(actor).filter(case=case).newest_first().first()
    edition = last.edition if last else 0
    if edition != version:
        raise Stale
    review_on = review_on or rules.review_due(agreed_on)
    refuse_if(
        rules.why_not_agree(case, agreed_on=agreed_on, review_on=review_on, goals=len(goals), today=local_date(at))
    )
    if last is not None and last.state == PlanState.WAITING:
        last.state = PlanState.REPLACED
        last.store("state")
    plan = Plan(
        case=case,
        edition=edition + 1,
        state=PlanState.WAITING if waits_for_approval(actor, case, local_date(at)) else PlanState.IN_FORCE,
        agreed_on=agreed_on,
        review_on=review_on,
        recorded_at=at,
        recorded_by=actor.staff_id,  # type: ignore[misc]
    )
    plan.save()
    before = {goal.in_their_words: goal for goal in Goal.objects.visible_to(actor).filter(plan=last)} if last else {}
    for each in goals:
        goal = _goal_of(plan, each, before)
        goal.save()
        _rating_of(goal, plan).save()
    audit.record(Verb.PLAN_AGREED, plan, case=case.pk, edition=plan.edition, goals=len(goals), state=str(plan.state))
    return plan.edition


def _goal_of(plan: Plan, agreed: PlannedGoal, before: Mapping[str, Goal]) -> Goal:
    """A goal of a plan; one that goes on keeps where it started and where it is."""
    same = before.get(agreed.in_their_words)
    unmoved = same is not None and same.latest == agreed.start
    return Goal(
        case_id=plan.case_id,
        plan=plan,
        in_their_words=agreed.in_their_words,
        first_step=agreed.first_step,
        measure_key=agreed.measure_key,
        wellbeing_goal_key=agreed.wellbeing_goal_key,
        start=same.start if same else agreed.start,
        latest=agreed.start,
        latest_on=same.latest_on if same and unmoved else plan.agreed_on,
        began_as_id=same.thread if same else None,
    )


def _rating_of(goal: Goal, plan: Plan) -> GoalRating:
    """What the person said on the day of the plan: at the start of a new goal, at a review of one that goes on."""
    return GoalRating(
        case_id=plan.case_id,
        goal=goal,
        thread_id=goal.thread,
        rating=goal.latest,
        occasion=RatingOccasion.REVIEW if goal.began_as_id else RatingOccasion.START,
        rated_on=plan.agreed_on,
        recorded_at=plan.recorded_at,
        recorded_by=plan.recorded_by,
    )
