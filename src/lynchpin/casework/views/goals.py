"""Goals of a plan as pages show them: where the person was each time they were asked, as a line and as a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lynchpin.casework.choices import RatingOccasion
from lynchpin.casework.queries.case import GoalFact, PlanFact
from lynchpin.casework.queries.ratings import RatingFact
from lynchpin.face.charts import Words, sparkline


@dataclass(frozen=True, slots=True)
class RatingShown:
    """One rating in words; `occasion` is empty where it was not kept."""

    fact: RatingFact
    occasion: str


@dataclass(frozen=True, slots=True)
class GoalShown:
    """A goal with its line, which is empty until it was rated twice, and its ratings, newest first."""

    fact: GoalFact
    line: SafeString
    ratings: tuple[RatingShown, ...]

    @property
    def latest(self) -> int:
        """Where they were last, even where that was said for an edition that waits."""
        return self.fact.ratings[-1].rating if self.fact.ratings else self.fact.latest

    @property
    def latest_on(self) -> date:
        return self.fact.ratings[-1].on if self.fact.ratings else self.fact.latest_on


def goals_shown(plan: PlanFact | None) -> tuple[GoalShown, ...]:
    """The goals of a plan, in its order."""
    return tuple(goal_shown(goal) for goal in plan.goals) if plan else ()


def goal_shown(goal: GoalFact) -> GoalShown:
    """One goal with everything that was said of it."""
    told = [RatingShown(each, str(RatingOccasion(each.occasion).label)) for each in reversed(goal.ratings)]
    return GoalShown(goal, _line(goal), tuple(told))


def _line(goal: GoalFact) -> SafeString:
    numbers = [rating.rating for rating in goal.ratings]
    if len(numbers) < 2:
        return SafeString("")
    said = _("From 0 to 10, oldest first: %(numbers)s") % {"numbers": ", ".join(str(number) for number in numbers)}
    return sparkline(numbers, Words(f"goal-{goal.id}", _("Where they said they were"), said), width=160)
