"""Names of clusters and zones, for every room: they are few, and a page asks for them once however many of its parts name them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.labels import label
from lynchpin.organisations.models import in_force
from lynchpin.places.models import Cluster, Zone


def every_cluster(actor: Actor) -> dict[str, str]:
    """Key of each cluster that there is, was or will be -> its name in the active language, in the order of the names."""
    return dict(_names(_clusters(actor)))


def cluster_names(actor: Actor) -> list[tuple[str, str]]:
    """(key, name) of the clusters of the actor's day, by name: for forms and filters."""
    return _names(row for row in _clusters(actor) if _stands(row, actor.on))


def zone_names(actor: Actor) -> list[tuple[str, str]]:
    """(key, name) of the zones of the actor's day, by name: for forms and filters."""
    return _names(Zone.objects.visible_to(actor).filter(in_force(actor.on)).order_by("key"))


def _clusters(actor: Actor) -> list[Cluster]:
    found: list[Cluster] = actor.remember_for_all("places.clusters", lambda: _find_clusters(actor))
    return found


def _find_clusters(actor: Actor) -> list[Cluster]:
    return list(Cluster.objects.visible_to(actor).order_by("key"))


def _stands(row: Cluster, on: date) -> bool:
    return (row.valid_from is None or row.valid_from <= on) and (row.valid_to is None or row.valid_to >= on)


def _names(rows: Iterable[Cluster | Zone]) -> list[tuple[str, str]]:
    return sorted(((row.key, label(row, "name")) for row in rows), key=lambda pair: pair[1])
