"""Records in doubt, and what people decided about them. Keys of records and how they agree: never a name, a date or an address."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.profiles.link_terms import LIVE, DecisionState, DoubtKind, LinkAnswer, LinkWhy
from lynchpin.profiles.models.runs import ProfileRun


class OfEverybodyQuerySet(GovernedQuerySet):
    """A pair may be of two clusters, or of none: it is for those who answer for everybody, and for nobody else."""

    def in_scope(self, actor: Actor) -> Self:
        return self.all() if actor.scope == "all" else self.none()


class LinkDoubt(Governed):
    """Two records that a run is unsure about, by their keys, and why they weigh what they do.

    `also_l` and `also_r` are [feed, record] of those that the run took for the same as either beyond doubt; `weights` are
    [comparison, level, weight]. Weights are in hundredths of a bit. `is_open` while an answer is asked for.
    """

    reference = models.CharField(max_length=12, unique=True)
    run = models.ForeignKey(ProfileRun, on_delete=models.PROTECT)
    is_open = models.BooleanField(default=True)
    kind = models.CharField(max_length=8, choices=DoubtKind.choices)
    place = models.PositiveIntegerField()
    pair = models.CharField(max_length=64, db_index=True)
    feed_l = models.CharField(max_length=40)
    record_id_l = models.CharField(max_length=100)
    feed_r = models.CharField(max_length=40)
    record_id_r = models.CharField(max_length=100)
    also_l = models.JSONField(default=list)
    also_r = models.JSONField(default=list)
    joined = models.BooleanField()
    contradiction = models.CharField(max_length=24, blank=True)
    child = models.BooleanField()
    match_weight = models.IntegerField()
    strangers = models.IntegerField()
    relatives = models.IntegerField()
    weights = models.JSONField(default=list)

    objects = OfEverybodyQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [models.UniqueConstraint(name="run_doubts_a_pair_once", fields=["run", "pair"])]
        indexes = [models.Index(fields=["is_open", "place"], name="profiles_doubts_in_order")]


class LinkDecision(Governed):
    """What a person answered about two records of a doubt; it binds every later run while it stands.

    `joined` is what the run had made of them, to be compared with. Of a child's records an answer that joins waits until a second
    person has looked. `used_run` is the last run that it was handed to and that had both records.
    """

    reference = models.CharField(max_length=12, unique=True)
    doubt = models.ForeignKey(LinkDoubt, on_delete=models.PROTECT)
    pair = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=DecisionState.choices)
    answer = models.CharField(max_length=11, choices=LinkAnswer.choices)
    why = models.CharField(max_length=10, choices=LinkWhy.choices)
    words = models.CharField(max_length=400)
    child = models.BooleanField()
    joined = models.BooleanField()
    decided_at = models.DateTimeField()
    decided_by = models.BigIntegerField()
    looked_at = models.DateTimeField(null=True)
    looked_by = models.BigIntegerField(null=True)
    looked_words = models.CharField(max_length=400, blank=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.BigIntegerField(null=True)
    undone_words = models.CharField(max_length=400, blank=True)
    used_run = models.CharField(max_length=12, blank=True)

    objects = OfEverybodyQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="two_records_have_one_answer", fields=["pair"], condition=Q(state__in=[str(each) for each in LIVE])
            ),
            models.CheckConstraint(name="answer_about_records_says_why", condition=~Q(words="")),
            models.CheckConstraint(
                name="second_look_is_whole_and_by_another",
                condition=Q(looked_at__isnull=True, looked_by__isnull=True)
                | Q(looked_at__isnull=False, looked_by__isnull=False) & ~Q(looked_by=F("decided_by")),
            ),
            models.CheckConstraint(
                name="records_of_a_child_are_joined_by_two",
                condition=~Q(state=DecisionState.STANDS, answer=LinkAnswer.SAME, child=True)
                | Q(looked_at__isnull=False),
            ),
            models.CheckConstraint(
                name="undoing_of_an_answer_is_whole",
                condition=Q(undone_at__isnull=True, undone_by__isnull=True, undone_words="")
                & ~Q(state=DecisionState.UNDONE)
                | Q(undone_at__isnull=False, undone_by__isnull=False, state=DecisionState.UNDONE) & ~Q(undone_words=""),
            ),
            models.CheckConstraint(
                name="what_cannot_be_told_is_left_open",
                condition=~Q(answer=LinkAnswer.CANNOT_TELL) | ~Q(state__in=["waits", "stands"]),
            ),
        ]
