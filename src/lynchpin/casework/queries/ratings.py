"""How near somebody said they were to each goal, every time they were asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lynchpin.casework.models import Goal, GoalRating
from lynchpin.casework.queries.holders import names_for
from lynchpin.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class RatingFact:
    """One answer from 0 to 10: on which day, at which occasion, and who wrote it down and when."""

    rating: int
    occasion: str
    on: date
    by: str
    at: datetime


def histories(actor: Actor, goals: Sequence[Goal]) -> dict[int, tuple[RatingFact, ...]]:
    """Ratings of each goal by its id, oldest first, those of earlier editions of the plan too."""
    rows = list(
        GoalRating.objects.visible_to(actor)
        .filter(thread_id__in=[goal.thread for goal in goals])
        .order_by("rated_on", "pk")
    )
    names = names_for(actor, (row.recorded_by for row in rows))
    threads: dict[int, list[RatingFact]] = defaultdict(list)
    for row in rows:
        by = names.get(row.recorded_by, "")
        threads[row.thread_id].append(RatingFact(row.rating, row.occasion, row.rated_on, by, row.recorded_at))
    return {goal.pk: tuple(threads[goal.thread]) for goal in goals}
