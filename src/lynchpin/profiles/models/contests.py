"""Facts that people contest: each goes to its source, is answered, and is told."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.organisations.models import Staff
from lynchpin.profiles.choices import ContestAnswer, ContestClaim, ContestState, NextFact, ToldHow
from lynchpin.profiles.models.feeds import Feed


class FactContestQuerySet(GovernedQuerySet):
    """Contested facts are reasons of a score: for the reviewer, of all clusters or one's own, and only where F5 is granted."""

    def in_scope(self, actor: Actor) -> Self:
        if not actor.shows("F5"):
            return self.none()
        if actor.scope == "all":
            return self.all()
        return self.filter(cluster_key__in=actor.reaches("cluster")) if actor.scope == "cluster" else self.none()


class FactContest(Governed):
    """A fact that a person says is wrong, as a reviewer took it down; it stays when the profile it stood in is gone.

    `owner` puts it to the feed's partner by `due_on`. `next_fact` is what the run `compared_run` told of it afterwards.
    """

    reference = models.CharField(max_length=12, unique=True)
    state = models.CharField(max_length=8, choices=ContestState.choices, default=ContestState.OPEN)
    run_reference = models.CharField(max_length=12)
    profile_id = models.BigIntegerField()
    family_key = models.CharField(max_length=64, db_index=True)
    cluster_key = models.CharField(max_length=40, blank=True)
    person_key = models.CharField(max_length=64)
    person_name = models.CharField(max_length=161)
    birth_date = models.DateField(null=True)
    feed = models.ForeignKey(Feed, on_delete=models.PROTECT, to_field="key")
    factor = models.CharField(max_length=12)
    evidence_date = models.DateField(null=True)
    claim = models.CharField(max_length=8, choices=ContestClaim.choices)
    words = models.CharField(max_length=400)
    contested_at = models.DateTimeField()
    contested_by = models.BigIntegerField()
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT)
    due_on = models.DateField()
    answer = models.CharField(max_length=9, choices=ContestAnswer.choices, blank=True)
    answer_words = models.CharField(max_length=400, blank=True)
    answerer = models.CharField(max_length=160, blank=True)
    answered_on = models.DateField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.BigIntegerField(null=True)
    told_how = models.CharField(max_length=9, choices=ToldHow.choices, blank=True)
    told_on = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.BigIntegerField(null=True)
    next_fact = models.CharField(max_length=7, choices=NextFact.choices, blank=True)
    compared_run = models.CharField(max_length=12, blank=True)

    objects = FactContestQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="fact_is_with_its_source_once",
                fields=["person_key", "factor", "feed"],
                condition=Q(state=ContestState.OPEN),
            ),
            models.CheckConstraint(
                name="answer_to_contest_is_whole",
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answered_on__isnull=True, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False, answered_on__isnull=False)
                & ~Q(answer="")
                & ~Q(answerer=""),
            ),
            models.CheckConstraint(
                name="closing_of_contest_says_how_told",
                condition=Q(closed_at__isnull=True, closed_by__isnull=True, told_on__isnull=True, told_how="")
                | Q(closed_at__isnull=False, closed_by__isnull=False, told_on__isnull=False, answered_at__isnull=False)
                & ~Q(told_how=""),
            ),
            models.CheckConstraint(
                name="comparison_of_contest_names_its_run",
                condition=Q(next_fact="", compared_run="") | ~Q(next_fact="") & ~Q(compared_run=""),
            ),
        ]
