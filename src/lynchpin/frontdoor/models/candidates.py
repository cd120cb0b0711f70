"""Families that profiling suggests, until a named reviewer decides."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.frontdoor.choices import CandidateDecision, CandidateState, DecisionGround, Route
from lynchpin.frontdoor.models.referrals import Referral
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.places.models import Cluster


class CandidateQuerySet(GovernedQuerySet):
    """Candidates are for reviewers: those who may see scores and their reasons."""

    def in_scope(self, actor: Actor) -> Self:
        if not actor.shows("F5"):
            return self.none()
        if actor.scope == "all":
            return self.all()
        return self.filter(cluster_id__in=actor.reaches("cluster")) if actor.scope == "cluster" else self.none()


class Candidate(Governed):
    """A family that an approved run suggests. Nothing happens to it until a named reviewer decides, with a reason."""

    reference = models.CharField(max_length=12, unique=True)
    run_reference = models.CharField(max_length=12)
    profile_id = models.BigIntegerField()
    family_key = models.CharField(max_length=64)
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, to_field="key", null=True)
    suggested_route = models.CharField(max_length=20, choices=Route.choices)
    state = models.CharField(max_length=10, choices=CandidateState.choices)
    raised_at = models.DateTimeField()
    standing = models.PositiveIntegerField(
        default=0
    )  # its place among all families of its run: the lowest is released first
    first_raised_at = models.DateTimeField(null=True)  # when it began to wait for a review, over runs on end
    released_at = models.DateTimeField(null=True)
    decision = models.CharField(max_length=8, choices=CandidateDecision.choices, blank=True)
    ground = models.CharField(max_length=12, choices=DecisionGround.choices, blank=True)
    decision_reason = models.CharField(max_length=400, blank=True)
    stated_reason = models.CharField(max_length=400, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.BigIntegerField(null=True)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, null=True)

    objects = CandidateQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="candidate_decision_is_whole",
                condition=Q(decided_at__isnull=True, decided_by__isnull=True, decision="")
                | Q(decided_at__isnull=False, decided_by__isnull=False) & ~Q(decision="") & ~Q(decision_reason=""),
            ),
            models.UniqueConstraint(name="run_raises_a_family_once", fields=["run_reference", "family_key"]),
        ]
