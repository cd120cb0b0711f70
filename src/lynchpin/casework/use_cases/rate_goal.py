"""Rate a goal: the person says again where they are, from 0 to 10."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import rules
from lynchpin.casework.choices import Permission, RatingOccasion, Verb
from lynchpin.casework.models import Case, Goal, GoalRating, Plan
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.RATE_GOAL)
def rate_goal(
    actor: Actor,
    *,
    reference: str,
    goal_id: int,
    version: int,
    rating: int,
    at: datetime,
    occasion: str = RatingOccasion.BETWEEN,
) -> int:
    """Keep the person's newest rating of a goal of the plan in force; every earlier one stays. Gives the rating."""
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference)
    goal = Goal.objects.visible_to(actor).select_for_update().find(id=goal_id, case=case, version=version)
    plan = Plan.objects.visible_to(actor).filter(case=case).in_force().newest_first().first()
    refuse_if(rules.why_not_rate(case, rating=rating, in_force=plan is not None and plan.pk == goal.plan_id))
    keep_rating(actor, goal, rating, occasion, at)
    return rating


def keep_rating(actor: Actor, goal: Goal, rating: int, occasion: str, at: datetime) -> None:
    """What a verb of casework does once a rating may be kept."""
    goal.latest, goal.latest_on = rating, local_date(at)
    goal.store("latest", "latest_on")
    GoalRating(
        case_id=goal.case_id,  # type: ignore[misc]
        goal=goal,
        thread_id=goal.thread,
        rating=rating,
        occasion=occasion,
        rated_on=goal.latest_on,
        recorded_at=at,
        recorded_by=actor.staff_id,  # type: ignore[misc]
    ).save()
    audit.record(Verb.GOAL_RATED, goal, case=goal.case_id, rating=rating, start=goal.start, occasion=str(occasion))
