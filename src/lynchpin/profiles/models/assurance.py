"""What holds a run back until people have looked, and what was measured of it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from lynchpin.kernel.models import Governed, SharedQuerySet
from lynchpin.profiles.models.runs import ProfileRun


class RunFreeze(Governed):
    """A run that lies further from the one before than the bounds allow: not approved until two people have looked.

    `findings` are bound, of what, measured and limit, as `drift.Finding` keeps them; `before` is the run it was compared with,
    empty where there was none.
    """

    reference = models.CharField(max_length=12, unique=True)
    run = models.OneToOneField(ProfileRun, on_delete=models.PROTECT)
    run_id: int  # as the field makes it
    before = models.CharField(max_length=12, blank=True)
    findings = models.JSONField(default=list)
    frozen_at = models.DateTimeField()
    first_words = models.CharField(max_length=400, blank=True)
    looked_at = models.DateTimeField(null=True)
    looked_by = models.BigIntegerField(null=True)
    second_words = models.CharField(max_length=400, blank=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.BigIntegerField(null=True)

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="first_look_at_freeze_says_why",
                condition=Q(looked_at__isnull=True, looked_by__isnull=True, first_words="")
                | Q(looked_at__isnull=False, looked_by__isnull=False) & ~Q(first_words=""),
            ),
            models.CheckConstraint(
                name="freeze_is_lifted_by_a_second_person_who_says_why",
                condition=Q(lifted_at__isnull=True, lifted_by__isnull=True, second_words="")
                | Q(lifted_at__isnull=False, lifted_by__isnull=False, looked_by__isnull=False)
                & ~Q(second_words="")
                & ~Q(lifted_by=F("looked_by")),
            ),
        ]


class AssuranceReport(Governed):
    """What was measured of a run: numbers by measure and group, and never a person. Measured again, it stands beside the earlier.

    `content_hash` is that of the run it was measured on, made anew from the files of the run.
    """

    append_only = True

    run = models.ForeignKey(ProfileRun, on_delete=models.PROTECT)
    content_hash = models.CharField(max_length=64)
    report = models.JSONField(default=dict)
    measured_at = models.DateTimeField()
    measured_by = models.BigIntegerField(null=True)

    objects = SharedQuerySet.as_manager()
