"""Areas as published, and the clusters and zones that the service draws from them, dated."""

from __future__ import annotations

from django.db import models

from lynchpin.kernel.models import Governed, SharedQuerySet
from lynchpin.places.choices import AreaKind


class Area(Governed):
    """A published area of one vintage. Degrees are WGS84; `rings` are simplified outlines, each a list of [longitude, latitude]."""

    code = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=8, choices=AreaKind.choices)
    vintage = models.PositiveSmallIntegerField()
    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120, blank=True)
    council_code = models.CharField(max_length=12, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    population = models.PositiveIntegerField(null=True)
    rings = models.JSONField(null=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    objects = SharedQuerySet.as_manager()


class Cluster(Governed):
    """A team's patch: a dated set of small areas."""

    key = models.SlugField(max_length=40, unique=True)
    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    official_code = models.CharField(max_length=12, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = SharedQuerySet.as_manager()


class Zone(Governed):
    """A pilot community zone: a dated set of small areas with an anchor organisation."""

    key = models.SlugField(max_length=40, unique=True)
    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    anchor_key = models.CharField(max_length=40, blank=True)
    strengths_en = models.TextField(blank=True)
    strengths_cy = models.TextField(blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = SharedQuerySet.as_manager()


class ClusterArea(Governed):
    """An area's time in a cluster."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, to_field="key")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, to_field="code")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="area_is_in_one_cluster_at_a_time", fields=["area"], condition=models.Q(valid_to__isnull=True)
            )
        ]


class ZoneArea(Governed):
    """An area's time in a zone; `candidate` where no official list was found and the choice is ours."""

    zone = models.ForeignKey(Zone, on_delete=models.PROTECT, to_field="key")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, to_field="code")
    candidate = models.BooleanField(default=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="area_is_in_one_zone_at_a_time", fields=["area"], condition=models.Q(valid_to__isnull=True)
            )
        ]


class DeprivationRank(Governed):
    """A published rank of an area: 1 is most deprived. Ranks are not unique, and never score a person."""

    area_code = models.CharField(max_length=12)
    edition = models.PositiveSmallIntegerField()
    domain = models.CharField(max_length=24)
    rank = models.PositiveIntegerField()
    out_of = models.PositiveIntegerField()

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(name="area_has_one_rank_a_domain", fields=["area_code", "edition", "domain"])
        ]


class Venue(Governed):
    """A place where people meet."""

    reference = models.CharField(max_length=12, unique=True)
    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, to_field="code", null=True)
    address = models.CharField(max_length=240, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    access_notes_en = models.CharField(max_length=240, blank=True)
    access_notes_cy = models.CharField(max_length=240, blank=True)

    objects = SharedQuerySet.as_manager()


class PostcodeArea(Governed):
    """The small area that a postcode lies in. Written without a space, in capitals: the one form that is looked up."""

    postcode = models.CharField(max_length=8, unique=True)
    area_code = models.CharField(max_length=12)

    objects = SharedQuerySet.as_manager()
