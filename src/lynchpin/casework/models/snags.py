"""What is missing or does not work, told by whoever met it: an area and a kind, and never a person."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.casework.snag_choices import SnagAnswer, SnagState
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet, SharedQuerySet
from lynchpin.organisations.models import in_force
from lynchpin.places.models import Area, Cluster


class SnagKindQuerySet(SharedQuerySet):
    """Kinds are the same for everybody."""

    def in_force(self, on: date) -> Self:
        return self.filter(in_force(on)).order_by("sort", "key")


class SnagKind(Governed):
    """One kind of thing that is missing or does not work, dated."""

    key = models.SlugField(max_length=40, unique=True)
    label_en = models.CharField(max_length=160)
    label_cy = models.CharField(max_length=160)
    sort = models.PositiveSmallIntegerField(default=0)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    objects = SnagKindQuerySet.as_manager()


class SnagQuerySet(GovernedQuerySet):
    """All, those of one's clusters, or what one told oneself."""

    def in_scope(self, actor: Actor) -> Self:
        match actor.scope:
            case "all":
                return self.all()
            case "cluster":
                return self.filter(cluster_id__in=actor.reaches("cluster"))
            case "own" if actor.staff_id is not None:
                return self.filter(told_by=actor.staff_id)
        return self.none()

    def waiting(self) -> Self:
        """Nobody has answered; what was joined with another waits with it and is not listed twice."""
        return self.filter(state=SnagState.TOLD)


class Snag(Governed):
    """Something missing or not working, as one colleague told it. Which case they stood at is not kept.

    `group_key` is a customer group and `line_key` a core-offer line, where they were said. Of several that say the same
    all but one are `joined` to it; an answer is given to all of them at once.
    """

    kind = models.ForeignKey(SnagKind, on_delete=models.PROTECT, to_field="key")
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, to_field="key", null=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, to_field="code", null=True)
    group_key = models.CharField(max_length=40, blank=True)
    line_key = models.CharField(max_length=12, blank=True)
    words = models.CharField(max_length=400, blank=True)
    state = models.CharField(max_length=8, choices=SnagState.choices, default=SnagState.TOLD)
    joined = models.ForeignKey("self", on_delete=models.PROTECT, null=True)
    told_at = models.DateTimeField()
    told_by = models.BigIntegerField()
    answer = models.CharField(max_length=8, choices=SnagAnswer.choices, blank=True)
    answer_words = models.CharField(max_length=400, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.BigIntegerField(null=True)
    seen_at = models.DateTimeField(null=True)

    objects = SnagQuerySet.as_manager()

    def join_to(self, other: Snag) -> tuple[str, ...]:
        """Wait with another that says the same. Gives the names of the fields to store."""
        self.joined, self.state = other, SnagState.JOINED
        return "joined", "state"

    def take_answer(self, answer: str, words: str, by: int | None, at: datetime) -> tuple[str, ...]:
        """Be answered. Gives the names of the fields to store."""
        self.answer, self.answer_words, self.state = answer, words, SnagState.ANSWERED
        self.answered_at, self.answered_by = at, by
        return "answer", "answer_words", "state", "answered_at", "answered_by"

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="snag_answer_is_whole",
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer=""),
            ),
            models.CheckConstraint(
                name="joined_snag_says_to_which", condition=~Q(state=SnagState.JOINED) | Q(joined__isnull=False)
            ),
        ]
        indexes = [
            models.Index(fields=["cluster", "state"], name="snags_of_a_cluster"),
            models.Index(fields=["told_by", "state"], name="snags_of_a_teller"),
        ]
