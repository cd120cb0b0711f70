"""Plans in editions, and their goals in the person's own words."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.casework.choices import PlanState
from lynchpin.casework.models.cases import Case, OfCaseQuerySet
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed


class PlanQuerySet(OfCaseQuerySet):
    def in_force(self) -> Self:
        """Editions that count: those that wait, were sent back or were replaced unseen do not."""
        return self.filter(state=PlanState.IN_FORCE)

    def reviews(self) -> dict[int, date]:
        """Case id -> the day on which its plan in force is to be looked at again."""
        return dict(self.in_force().order_by("edition").values_list("case_id", "review_on"))

    def newest_first(self) -> Self:
        return self.order_by("-edition")


class Plan(Governed):
    """An agreed plan; a new agreement is a new edition, and the old one stays. `decided` says who looked at it, if asked."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    edition = models.PositiveSmallIntegerField()
    agreed_on = models.DateField()
    review_on = models.DateField()
    agreed_by_person = models.BooleanField(default=True)
    state = models.CharField(max_length=10, choices=PlanState.choices, default=PlanState.IN_FORCE)
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.BigIntegerField(null=True)
    decided_words = models.CharField(max_length=400, blank=True)

    objects = PlanQuerySet.as_manager()

    def decide(self, state: PlanState, actor: Actor, at: datetime, words: str) -> tuple[str, ...]:
        """Be in force, or be sent back. Gives the names of the fields to store."""
        self.state, self.decided_at, self.decided_by, self.decided_words = state, at, actor.staff_id, words
        return "state", "decided_at", "decided_by", "decided_words"

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(name="case_has_an_edition_once", fields=["case", "edition"]),
            models.UniqueConstraint(
                name="case_has_one_plan_waiting", fields=["case"], condition=Q(state=PlanState.WAITING)
            ),
            models.CheckConstraint(
                name="decided_plan_says_when_and_by_whom",
                condition=Q(decided_at__isnull=True, decided_by__isnull=True)
                | Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
            models.CheckConstraint(
                name="plan_sent_back_says_why", condition=~Q(state=PlanState.SENT_BACK) | ~Q(decided_words="")
            ),
        ]


class Goal(Governed):
    """A goal in the person's own words; `start`, `latest` are self-ratings from 0 to 10, kept one by one as `GoalRating`.

    `began_as_id` is this goal in the first edition of the plan that had it, empty in that one itself.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT)
    in_their_words = models.CharField(max_length=400)
    first_step = models.CharField(max_length=400, blank=True)
    measure_key = models.CharField(max_length=12, blank=True)
    wellbeing_goal_key = models.CharField(max_length=40, blank=True)
    start = models.PositiveSmallIntegerField()
    latest = models.PositiveSmallIntegerField()
    latest_on = models.DateField()
    began_as_id = models.BigIntegerField(null=True)

    objects = OfCaseQuerySet.as_manager()

    @property
    def thread(self) -> int:
        """What this goal and its forerunners in earlier editions have in common."""
        return self.began_as_id or self.pk

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(name="goal_rating_is_0_to_10", condition=Q(start__lte=10, latest__lte=10)),
        ]
