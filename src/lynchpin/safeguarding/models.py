"""Concerns: a restricted store. Whoever raised one may see that it was raised; its words are for the safeguarding lead."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.people.models import Resident, excluded_from
from lynchpin.safeguarding.choices import ConcernCategory, ConcernStatus


class ConcernQuerySet(GovernedQuerySet):
    """All concerns for those whose store it is, sealed residents' too; one's own for the rest."""

    def in_scope(self, actor: Actor) -> Self:
        if actor.scope == "all" and actor.shows("F4"):
            return self.exclude(resident_id__in=excluded_from(actor))
        if actor.scope == "own" and actor.staff_id is not None:
            return self.filter(raised_by=actor.staff_id)
        return self.none()


class Concern(Governed):
    """A worry that someone may be at risk, in the words used, with who was told and when."""

    reference = models.CharField(max_length=12, unique=True)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, null=True)
    about_name = models.CharField(max_length=160, blank=True)
    status = models.CharField(max_length=14, choices=ConcernStatus.choices, default=ConcernStatus.RAISED)
    category = models.CharField(max_length=10, choices=ConcernCategory.choices)
    about_child = models.BooleanField(default=True)
    position_of_trust = models.BooleanField(default=False)
    words = models.TextField()
    seen_or_heard_at = models.DateTimeField(null=True)
    told_person = models.BooleanField(null=True)
    why_not_told = models.CharField(max_length=240, blank=True)
    raised_at = models.DateTimeField()
    raised_by = models.BigIntegerField(null=True)
    reported_to = models.CharField(max_length=160, blank=True)
    reported_at = models.DateTimeField(null=True)
    reported_by = models.BigIntegerField(null=True)
    written_due_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    acknowledgement_due_on = models.DateField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    decision_due_on = models.DateField(null=True)
    outcome = models.CharField(max_length=240, blank=True)
    feedback_given = models.BooleanField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.BigIntegerField(null=True)

    objects = ConcernQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="concern_report_is_whole",
                condition=Q(reported_at__isnull=True, reported_by__isnull=True, reported_to="")
                | (Q(reported_at__isnull=False, reported_by__isnull=False) & ~Q(reported_to="")),
            ),
            models.CheckConstraint(
                name="concern_closing_is_whole",
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False, status=ConcernStatus.CLOSED),
            ),
            models.CheckConstraint(
                name="concern_not_told_has_a_reason", condition=~Q(told_person=False, why_not_told="")
            ),
        ]
