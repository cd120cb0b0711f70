"""The population of a run: small areas of the clusters and zones that it names, and the postcodes in them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from lynchpin.kernel.actor import Actor
from lynchpin.organisations.models import in_force
from lynchpin.places.models import Cluster, ClusterArea, PostcodeArea, Zone, ZoneArea
from lynchpin.places.names import cluster_names, zone_names

Place = tuple[str, str]  # what it is, and its key


def places_of_day(actor: Actor) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(key, name) of the clusters and of the zones of the actor's day, by name."""
    return cluster_names(actor), zone_names(actor)


def unknown_places(actor: Actor, clusters: Collection[str], zones: Collection[str], on: date) -> set[str]:
    """Named clusters and zones that do not exist on a day."""
    drawn = Cluster.objects.visible_to(actor).filter(in_force(on), key__in=clusters).values_list("key", flat=True)
    known = Zone.objects.visible_to(actor).filter(in_force(on), key__in=zones).values_list("key", flat=True)
    return (set(clusters) - set(drawn)) | (set(zones) - set(known))


def uncovered_places(
    actor: Actor,
    clusters: Collection[str],
    zones: Collection[str],
    by: tuple[Collection[str], Collection[str]],
    on: date,
) -> set[str]:
    """Named clusters and zones that others do not cover: neither named there, nor with every area inside them.

    `by` are the clusters and the zones that cover.
    """
    named = {*_each("cluster", clusters), *_each("zone", zones)}
    covering = {*_each("cluster", by[0]), *_each("zone", by[1])}
    if named <= covering:
        return set()
    held = _areas_of_each(actor, {*named, *covering}, on)
    covered = {area for place in covering for area in held[place]}
    return {place[1] for place in named - covering if not held[place] or held[place] - covered}


def areas(actor: Actor, clusters: Collection[str], zones: Collection[str], on: date) -> set[str]:
    """Codes of the small areas of the places named."""
    found = _areas_of_each(actor, {*_each("cluster", clusters), *_each("zone", zones)}, on)
    return {area for each in found.values() for area in each}


def _each(kind: str, keys: Collection[str]) -> set[Place]:
    return {(kind, key) for key in keys}


def _areas_of_each(actor: Actor, places: Collection[Place], on: date) -> dict[Place, set[str]]:
    found: dict[Place, set[str]] = {place: set() for place in places}
    held = ClusterArea.objects.visible_to(actor).filter(in_force(on), cluster_id__in=[key for _kind, key in places])
    zoned = ZoneArea.objects.visible_to(actor).filter(in_force(on), zone_id__in=[key for _kind, key in places])
    rows = [(("cluster", row.cluster_id), row.area_id) for row in held]
    rows += [(("zone", row.zone_id), row.area_id) for row in zoned]
    for place, area in rows:
        if place in found:
            found[place].add(area)
    return found


def postcodes(actor: Actor, clusters: Collection[str], zones: Collection[str], on: date) -> dict[str, str]:
    """Compact postcode -> small area, for the places named."""
    found = PostcodeArea.objects.visible_to(actor).filter(area_code__in=areas(actor, clusters, zones, on))
    return dict(found.values_list("postcode", "area_code"))


def clusters_of_areas(actor: Actor, on: date) -> dict[str, str]:
    """Small area -> the key of its cluster; areas outside every cluster are left out."""
    held = ClusterArea.objects.visible_to(actor).filter(in_force(on))
    return {row.area_id: row.cluster_id for row in held}
