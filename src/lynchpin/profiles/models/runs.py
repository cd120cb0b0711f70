"""Runs over named places: what each was for, who asked and who approved."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from lynchpin.kernel.models import Governed, SharedQuerySet
from lynchpin.profiles.choices import RunState


class ProfileRun(Governed):
    """A run over a named population, for a purpose, under an impact assessment, provisional until a named person approves it.

    `rules` are the band floors in whole points that it was scored by; `counts` are people and families, never a name.
    """

    reference = models.CharField(max_length=12, unique=True)
    state = models.CharField(max_length=14, choices=RunState.choices, default=RunState.COMMISSIONED)
    purpose = models.CharField(max_length=240)
    impact_assessment = models.CharField(max_length=60)
    review_on = models.DateField()
    as_at = models.DateField()
    cluster_keys = models.JSONField(default=list)
    zone_keys = models.JSONField(default=list)
    extract_ids = models.JSONField(default=list)
    absent_feeds = models.JSONField(default=list)
    rules = models.JSONField(default=dict)
    catalogue = models.CharField(max_length=20, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    counts = models.JSONField(default=dict)
    failure_code = models.CharField(max_length=40, blank=True)
    commissioned_at = models.DateTimeField()
    commissioned_by = models.BigIntegerField(null=True)
    received_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.BigIntegerField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.BigIntegerField(null=True)

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="run_approval_is_whole",
                condition=Q(approved_at__isnull=True, approved_by__isnull=True)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
            ),
            models.CheckConstraint(
                name="run_withdrawal_is_whole",
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
            models.CheckConstraint(
                name="run_is_approved_by_a_second_person",
                condition=Q(approved_by__isnull=True)
                | Q(commissioned_by__isnull=True)
                | ~Q(approved_by=F("commissioned_by")),
            ),
        ]
