"""Editions of the scoring, kept for ever, and what trying them out would have done, in counts."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from lynchpin.kernel.models import Governed, SharedQuerySet
from lynchpin.profiles.choices import ScoringState
from lynchpin.profiles.models.runs import ProfileRun

UNSETTLED = (ScoringState.DRAFTED, ScoringState.PROPOSED)


class ScoringEdition(Governed):
    """How every factor counts and by which rules, from a day on: drafted and proposed by one person, approved by another.

    `factors` and `rules` are whole, as `editions.Scoring` keeps them, so that an edition says the same for ever; `catalogue`
    is the release of the factors that it was written for.
    """

    number = models.PositiveSmallIntegerField(unique=True)
    state = models.CharField(max_length=10, choices=ScoringState.choices, default=ScoringState.DRAFTED)
    catalogue = models.CharField(max_length=20)
    factors = models.JSONField(default=dict)
    rules = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64)
    valid_from = models.DateField()
    draft_reason = models.CharField(max_length=400)
    drafted_at = models.DateTimeField()
    drafted_by = models.BigIntegerField()
    proposed_at = models.DateTimeField(null=True)
    proposed_by = models.BigIntegerField(null=True)
    decision_reason = models.CharField(max_length=400, blank=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.BigIntegerField(null=True)
    declined_at = models.DateTimeField(null=True)
    declined_by = models.BigIntegerField(null=True)

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="one_scoring_edition_of_a_state_waits", fields=["state"], condition=Q(state__in=UNSETTLED)
            ),
            models.CheckConstraint(
                name="scoring_proposal_is_whole",
                condition=Q(proposed_at__isnull=True, proposed_by__isnull=True)
                | Q(proposed_at__isnull=False, proposed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="scoring_is_approved_by_a_second_person",
                condition=Q(approved_at__isnull=True, approved_by__isnull=True)
                | Q(approved_at__isnull=False, approved_by__isnull=False, proposed_by__isnull=False)
                & ~Q(approved_by=F("drafted_by"))
                & ~Q(approved_by=F("proposed_by")),
            ),
            models.CheckConstraint(
                name="approved_scoring_says_who_and_why",
                condition=~Q(state=ScoringState.APPROVED) | Q(approved_at__isnull=False) & ~Q(decision_reason=""),
            ),
            models.CheckConstraint(
                name="declined_scoring_says_who_and_why",
                condition=Q(declined_at__isnull=True, declined_by__isnull=True) & ~Q(state=ScoringState.DECLINED)
                | Q(declined_at__isnull=False, declined_by__isnull=False, state=ScoringState.DECLINED)
                & ~Q(decision_reason=""),
            ),
        ]


class DryRun(Governed):
    """What an edition would do to the families of an approved run, beside what held without it: counts, and never a family.

    `before` and `after` are fingerprints of the settings that were compared; `counts` are rows of part, by, group, before,
    after and families, as profiling compares them.
    """

    append_only = True

    edition = models.ForeignKey(ScoringEdition, on_delete=models.PROTECT)
    run = models.ForeignKey(ProfileRun, on_delete=models.PROTECT)
    before = models.CharField(max_length=64)
    after = models.CharField(max_length=64)
    counts = models.JSONField(default=list)
    tried_at = models.DateTimeField()
    tried_by = models.BigIntegerField(null=True)

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(name="the_same_is_tried_once", fields=["edition", "run", "before", "after"])
        ]
