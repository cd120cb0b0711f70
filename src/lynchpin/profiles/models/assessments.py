"""Impact assessments: what the council weighed before anyone is profiled, for which purposes and places, and until when."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from lynchpin.kernel.models import Governed, SharedQuerySet
from lynchpin.organisations.models import Staff
from lynchpin.profiles.choices import AssessmentEnding


class ImpactAssessment(Governed):
    """A data protection impact assessment: recorded by one person, confirmed by another, in force until its review is due.

    `number` is its own in the council's records, and runs name it by that; a reviewed one keeps the number and follows the
    earlier. `purposes` are sentences, word for word as assessed. `everywhere` covers every place; otherwise those named.
    """

    reference = models.CharField(max_length=12, unique=True)
    number = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    answerable = models.ForeignKey(Staff, on_delete=models.PROTECT)
    decided_on = models.DateField()
    review_on = models.DateField()
    purposes = models.JSONField(default=list)
    everywhere = models.BooleanField(default=False)
    cluster_keys = models.JSONField(default=list)
    zone_keys = models.JSONField(default=list)
    document_place = models.CharField(max_length=240)
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.BigIntegerField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.BigIntegerField(null=True)
    ending = models.CharField(max_length=12, choices=AssessmentEnding.choices, blank=True)

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(name="assessment_is_reviewed_after_it", condition=Q(review_on__gt=F("decided_on"))),
            models.CheckConstraint(
                name="assessment_is_confirmed_by_a_second_person",
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False) & ~Q(confirmed_by=F("recorded_by")),
            ),
            models.CheckConstraint(
                name="assessment_ending_says_why",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True, ending="")
                | Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ending=""),
            ),
            models.UniqueConstraint(
                name="one_assessment_of_a_number_holds",
                fields=["number"],
                condition=Q(confirmed_at__isnull=False, ended_at__isnull=True),
            ),
            models.UniqueConstraint(
                name="one_assessment_of_a_number_waits",
                fields=["number"],
                condition=Q(confirmed_at__isnull=True, ended_at__isnull=True),
            ),
        ]
