"""Concerns: a restricted store. Whoever raised one may see that it was raised; its words are for the safeguarding lead."""

from __future__ import annotations

from typing import Self

from django.db import models

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.people.models import Resident
from lynchpin.safeguarding.choices import ConcernCategory, ConcernStatus


class ConcernQuerySet(GovernedQuerySet):
    """All concerns for those whose store it is, sealed residents' too; one's own for the rest."""

    def in_scope(self, actor: Actor) -> Self:
        if actor.scope == "all" and actor.shows("F4"):
            return self.all()
        return self.filter(raised_by=actor.staff_id) if actor.scope == "own" else self.none()


class Concern(Governed):
    """A worry that someone may be at risk, in the words used, with who was told and when."""

    reference = models.CharField(max_length=12, unique=True)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
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
