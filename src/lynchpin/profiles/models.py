"""What partners send, what a run made of it, and why. A linked person is never a resident; only a decision makes one."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet, SharedQuerySet
from lynchpin.organisations.models import Organisation
from lynchpin.profiles.choices import (
    Domain,
    ExtractState,
    LineKind,
    ResilienceBand,
    RunState,
    VulnerabilityBand,
)


class Feed(Governed):
    """A partner's regular extract: whose it is, how often it comes, how far its addresses are trusted (0 to 1)."""

    key = models.SlugField(max_length=40, unique=True)
    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, to_field="key")
    cadence_days = models.PositiveSmallIntegerField(default=31)
    trust = models.DecimalField(max_digits=3, decimal_places=2, default=1)
    columns = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)
    stopped_at = models.DateTimeField(null=True)

    objects = SharedQuerySet.as_manager()


class Extract(Governed):
    """One file of a feed: loaded whole or not at all. Agreed columns of its good rows lie in the data folder under its hash.

    Counts are rows: every row read was accepted (new or changed), unchanged since the feed's last file, or quarantined.
    """

    reference = models.CharField(max_length=12, unique=True)
    feed = models.ForeignKey(Feed, on_delete=models.PROTECT, to_field="key")
    state = models.CharField(max_length=8, choices=ExtractState.choices)
    sha256 = models.CharField(max_length=64)
    as_at = models.DateField()
    rows_read = models.PositiveIntegerField(default=0)
    rows_accepted = models.PositiveIntegerField(default=0)
    rows_unchanged = models.PositiveIntegerField(default=0)
    rows_quarantined = models.PositiveIntegerField(default=0)
    refused_code = models.CharField(max_length=40, blank=True)
    refused_params = models.JSONField(default=dict)
    agreement_reference = models.CharField(max_length=12, blank=True)
    loaded_at = models.DateTimeField()
    loaded_by = models.BigIntegerField(null=True)

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="feed_applies_the_same_file_once",
                fields=["feed", "sha256"],
                condition=Q(state=ExtractState.APPLIED),
            )
        ]


class QuarantinedCell(Governed):
    """A row that was put aside: where and why, never what it said."""

    extract = models.ForeignKey(Extract, on_delete=models.PROTECT)
    line = models.PositiveIntegerField()
    column = models.CharField(max_length=80)
    value_kind = models.CharField(max_length=40)
    reason = models.CharField(max_length=40)

    objects = SharedQuerySet.as_manager()


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
