"""Every rating of a goal that somebody gave."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from lynchpin.casework.choices import RatingOccasion
from lynchpin.casework.models.cases import Case, OfCaseQuerySet
from lynchpin.casework.models.plans import Goal
from lynchpin.kernel.models import Governed


class GoalRating(Governed):
    """Where the person said they were, from 0 to 10. `thread_id` is the goal's in the first edition that had it."""

    append_only = True

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT)
    thread_id = models.BigIntegerField()
    rating = models.PositiveSmallIntegerField()
    occasion = models.CharField(max_length=8, choices=RatingOccasion.choices)
    rated_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField()

    objects = OfCaseQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [models.CheckConstraint(name="a_rating_is_0_to_10", condition=Q(rating__lte=10))]
        indexes = [models.Index(fields=["thread_id", "rated_on"], name="ratings_of_a_goal")]
