"""The population of a run: small areas of the clusters and zones that it names, and the postcodes in them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from lynchpin.kernel.actor import Actor
from lynchpin.organisations.models import in_force
from lynchpin.places.models import Cluster, ClusterArea, PostcodeArea, Zone, ZoneArea


def unknown_places(actor: Actor, clusters: Collection[str], zones: Collection[str], on: date) -> set[str]:
    """Named clusters and zones that do not exist on a day."""
    drawn = Cluster.objects.visible_to(actor).filter(in_force(on), key__in=clusters).values_list("key", flat=True)
    known = Zone.objects.visible_to(actor).filter(in_force(on), key__in=zones).values_list("key", flat=True)
    return (set(clusters) - set(drawn)) | (set(zones) - set(known))


def postcodes(actor: Actor, clusters: Collection[str], zones: Collection[str], on: date) -> dict[str, str]:
    """Compact postcode -> small area, for the places named."""
    held = ClusterArea.objects.visible_to(actor).filter(in_force(on), cluster_id__in=clusters)
    zoned = ZoneArea.objects.visible_to(actor).filter(in_force(on), zone_id__in=zones)
    areas = {*held.values_list("area_id", flat=True), *zoned.values_list("area_id", flat=True)}
    found = PostcodeArea.objects.visible_to(actor).filter(area_code__in=areas)
    return dict(found.values_list("postcode", "area_code"))


def clusters_of_areas(actor: Actor, on: date) -> dict[str, str]:
    """Small area -> the key of its cluster; areas outside every cluster are left out."""
    held = ClusterArea.objects.visible_to(actor).filter(in_force(on))
    return {row.area_id: row.cluster_id for row in held}
