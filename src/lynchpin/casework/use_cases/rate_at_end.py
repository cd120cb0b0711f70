"""Rate the goals as the work ends: the part that closing a case asks of casework."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from lynchpin.casework import rules
from lynchpin.casework.choices import RatingOccasion, Verb
from lynchpin.casework.models import Case, Goal, Plan
from lynchpin.casework.use_cases.rate_goal import keep_rating
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import part


@part
def rate_at_end(actor: Actor, *, reference: str, ratings: Mapping[int, int], at: datetime) -> int:
    """Keep where the person says they are now, by goal of the plan in force, from 0 to 10. Gives how many goals were rated."""
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference)
    plan = Plan.objects.visible_to(actor).filter(case=case).in_force().newest_first().first()
    goals = Goal.objects.visible_to(actor).select_for_update().filter(plan=plan).in_bulk(list(ratings))
    for goal_id, rating in ratings.items():
        refuse_if(rules.why_not_rate(case, rating=rating, in_force=goal_id in goals))
        keep_rating(actor, goals[goal_id], rating, RatingOccasion.END, at)
    audit.record(Verb.GOALS_RATED, case, goals=len(ratings))
    return len(ratings)
