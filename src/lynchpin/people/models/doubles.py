"""Two records of one person: proposals to merge them, and questions whether somebody is known."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.organisations.models import Staff
from lynchpin.people.models.residents import Resident


class MergeProposalQuerySet(GovernedQuerySet):
    """Proposals about records that the actor sees both sides of."""

    def in_scope(self, actor: Actor) -> Self:
        seen = Resident.objects.visible_to(actor).values("pk")
        return self.filter(kept_id__in=seen, merged_id__in=seen)


class MergeProposal(Governed):
    """Two records said to be one person. Who proposes a merge never approves it; `before` is the full image for unmerging."""

    reference = models.CharField(max_length=12, unique=True)
    kept = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    merged = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=240)
    proposed_at = models.DateTimeField()
    proposed_by = models.BigIntegerField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.BigIntegerField(null=True)
    approved = models.BooleanField(null=True)
    before = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.BigIntegerField(null=True)

    objects = MergeProposalQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="merge_is_approved_by_another", condition=~Q(decided_by=models.F("proposed_by"))
            ),
            models.CheckConstraint(name="merge_is_of_two_records", condition=~Q(kept=models.F("merged"))),
            models.CheckConstraint(
                name="merge_decision_is_whole",
                condition=Q(decided_at__isnull=True, decided_by__isnull=True, approved__isnull=True)
                | Q(decided_at__isnull=False, decided_by__isnull=False, approved__isnull=False),
            ),
            models.CheckConstraint(
                name="merge_undoing_is_whole",
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False, approved=True),
            ),
        ]


class ResidentCheckQuerySet(GovernedQuerySet):
    """Questions whether somebody is known: for those who answer for everybody. Whom it found is asked of `Resident`."""

    def in_scope(self, actor: Actor) -> Self:
        return self.all() if actor.scope == "all" and actor.shows("F1") else self.none()


class ResidentCheck(Governed):
    """A colleague's question whether somebody is known. It is answered by the central team, never on the spot."""

    forename = models.CharField(max_length=80)
    surname = models.CharField(max_length=80)
    birth_date = models.DateField()
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, null=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True)
    settled_by = models.BigIntegerField(null=True)

    objects = ResidentCheckQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="check_settling_is_whole",
                condition=Q(settled_at__isnull=True, settled_by__isnull=True)
                | Q(settled_at__isnull=False, settled_by__isnull=False),
            )
        ]
