"""Who asks that a case's plans are looked at by a second pair of eyes: a later room says so, as pathways does."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.casework.models.cases import Case, cases_in_sight
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet


class ApprovalRequirementQuerySet(GovernedQuerySet):
    """Seen with their case; they hold nothing about the person."""

    def in_scope(self, actor: Actor) -> Self:
        return self.filter(case_id__in=cases_in_sight(actor))

    def standing(self) -> Self:
        return self.filter(ended_on__isnull=True)


class ApprovalRequirement(Governed):
    """From `from_on` on, new editions of a case's plan wait for approval. `asked_by` is a code of the room that asks."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    asked_by = models.CharField(max_length=80)
    from_on = models.DateField()
    ended_on = models.DateField(null=True)

    objects = ApprovalRequirementQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="approval_is_asked_once_at_a_time",
                fields=["case", "asked_by"],
                condition=Q(ended_on__isnull=True),
            )
        ]
