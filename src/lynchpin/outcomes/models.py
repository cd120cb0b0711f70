"""What changed for whom, with evidence, counted once; and how a case was closed."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.casework.models import Case, cases_in_sight
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet, SharedQuerySet
from lynchpin.outcomes.choices import EvidenceKind, ImportKind, ImportState
from lynchpin.people.models import Resident


class OfCaseQuerySet(GovernedQuerySet):
    """Achievements and closures of cases that the actor sees."""

    def in_scope(self, actor: Actor) -> Self:
        if not actor.shows("F3"):
            return self.none()
        return self.filter(case_id__in=cases_in_sight(actor))


class Achievement(Governed):
    """One person's achievement on one measure, with its evidence. Once a person, measure and case."""

    reference = models.CharField(max_length=12, unique=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    cluster_key = models.CharField(max_length=40, blank=True)
    measure_key = models.CharField(max_length=12)
    programme_key = models.CharField(max_length=40, blank=True)
    achieved_on = models.DateField()
    evidence = models.CharField(max_length=10, choices=EvidenceKind.choices)
    evidence_note = models.CharField(max_length=400, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField()
    former_reference = models.CharField(max_length=60, blank=True)

    objects = OfCaseQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(name="outcome_counts_once_a_case", fields=["resident", "measure_key", "case"]),
            models.UniqueConstraint(
                name="former_outcome_comes_over_once", fields=["former_reference"], condition=~Q(former_reference="")
            ),
        ]
        indexes = [models.Index(fields=["measure_key", "achieved_on"], name="achievements_by_measure")]


class Closure(Governed):
    """How a case was closed: the reason, what the person says changed, and what stays open to them. Once each time it closes."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    reason = models.CharField(max_length=16)
    in_their_words = models.TextField(blank=True)
    handed_to = models.CharField(max_length=240, blank=True)
    no_outcome_because = models.CharField(max_length=400, blank=True)
    closed_at = models.DateTimeField()
    closed_by = models.BigIntegerField()

    objects = OfCaseQuerySet.as_manager()


class ReportedResult(Governed):
    """A total reported before this service began, as published; `period_basis` may be unknown, and then it is shown so.

    `is_result` is false for a count of work that had led to no result yet.
    """

    key = models.CharField(max_length=12, unique=True)
    measure_key = models.CharField(max_length=12)
    label_en = models.CharField(max_length=240)
    label_cy = models.CharField(max_length=240)
    value = models.PositiveIntegerField()
    period = models.CharField(max_length=24)
    period_basis = models.CharField(max_length=16)
    source = models.CharField(max_length=24)
    is_result = models.BooleanField(default=True)
    sort = models.PositiveSmallIntegerField(default=0)

    objects = SharedQuerySet.as_manager()


class StagedImportQuerySet(GovernedQuerySet):
    """Staged files hold people from everywhere, so only those who bring records for the whole service see them."""

    def in_scope(self, actor: Actor) -> Self:
        return self.all() if actor.scope == "all" and actor.shows("F3") else self.none()


class StagedImport(Governed):
    """A file from a former system, read but not yet applied. `rows` are emptied once it is applied: no second copy is kept.

    `mapping` maps our columns to theirs; `totals` are the reconciled counts of applying it.
    """

    reference = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=10, choices=ImportKind.choices)
    state = models.CharField(max_length=8, choices=ImportState.choices, default=ImportState.STAGED)
    digest = models.CharField(max_length=64)
    header = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    row_count = models.PositiveIntegerField()
    mapping = models.JSONField(default=dict)
    totals = models.JSONField(default=dict)
    staged_at = models.DateTimeField()
    staged_by = models.BigIntegerField(null=True)
    applied_at = models.DateTimeField(null=True)
    applied_by = models.BigIntegerField(null=True)

    objects = StagedImportQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="applied_import_says_when_and_by_whom",
                condition=Q(state=ImportState.STAGED, applied_at__isnull=True, applied_by__isnull=True)
                | Q(state=ImportState.APPLIED, applied_at__isnull=False, applied_by__isnull=False),
            )
        ]
