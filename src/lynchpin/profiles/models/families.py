"""What a run made of a family, and why. A linked person is never a resident; only a decision makes one."""

from __future__ import annotations

from typing import Self

from django.db import models

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.profiles.choices import Domain, LineKind, ResilienceBand, VulnerabilityBand
from lynchpin.profiles.models.runs import ProfileRun


class FamilyProfileQuerySet(GovernedQuerySet):
    """Scores and their reasons are for the reviewer: all clusters, or one's own, and only where F5 is granted."""

    def in_scope(self, actor: Actor) -> Self:
        if not actor.shows("F5"):
            return self.none()
        if actor.scope == "all":
            return self.all()
        return self.filter(cluster_key__in=actor.reaches("cluster")) if actor.scope == "cluster" else self.none()


class FamilyProfile(Governed):
    """Two numbers that are never netted, in hundredths of a point, with their bands and the suggested route."""

    run = models.ForeignKey(ProfileRun, on_delete=models.PROTECT)
    family_key = models.CharField(max_length=64)
    area_code = models.CharField(max_length=12, blank=True)
    cluster_key = models.CharField(max_length=40, blank=True)
    vulnerability = models.IntegerField()
    resilience = models.IntegerField()
    vulnerability_band = models.CharField(max_length=14, choices=VulnerabilityBand.choices)
    resilience_band = models.CharField(max_length=14, choices=ResilienceBand.choices)
    coverage_percent = models.PositiveSmallIntegerField()
    feeds_live = models.PositiveSmallIntegerField(default=0)
    feeds_applicable = models.PositiveSmallIntegerField(default=0)
    vulnerability_near_boundary = models.BooleanField(default=False)
    resilience_near_boundary = models.BooleanField(default=False)
    route = models.CharField(max_length=40)

    objects = FamilyProfileQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [models.UniqueConstraint(name="family_is_profiled_once_a_run", fields=["run", "family_key"])]
        indexes = [models.Index(fields=["run", "route"], name="profiles_by_route")]


class OfProfileQuerySet(GovernedQuerySet):
    """Parts of a family profile, seen with it."""

    def in_scope(self, actor: Actor) -> Self:
        return self.filter(profile_id__in=FamilyProfile.objects.visible_to(actor).values("pk"))


class LinkedPerson(Governed):
    """A person as the extracts tell it. It proposes; it never merges residents."""

    profile = models.ForeignKey(FamilyProfile, on_delete=models.PROTECT)
    person_key = models.CharField(max_length=64)
    role = models.CharField(max_length=12)
    forename = models.CharField(max_length=80)
    surname = models.CharField(max_length=80)
    birth_date = models.DateField(null=True)
    sex = models.CharField(max_length=1, blank=True)
    address = models.CharField(max_length=240, blank=True)
    postcode = models.CharField(max_length=8, blank=True)

    objects = OfProfileQuerySet.as_manager()


class Contribution(Governed):
    """One line of a score, in hundredths of a point: a fact, an overlap taken off, or a cap. The lines sum exactly to the score."""

    profile = models.ForeignKey(FamilyProfile, on_delete=models.PROTECT)
    kind = models.CharField(max_length=8, choices=LineKind.choices)
    factor = models.CharField(max_length=12, blank=True)
    domain = models.CharField(max_length=20, choices=Domain.choices)
    axis = models.CharField(max_length=1)
    person_key = models.CharField(max_length=64, blank=True)
    full_points = models.IntegerField(null=True)
    decay_percent = models.PositiveSmallIntegerField(null=True)
    points = models.IntegerField()
    points_if_removed = models.IntegerField(null=True)
    evidence_date = models.DateField(null=True)
    feed = models.CharField(max_length=40, blank=True)

    objects = OfProfileQuerySet.as_manager()
