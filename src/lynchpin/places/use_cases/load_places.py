"""Load areas, clusters and zones; loading again changes only what differs, and what left is kept with its end date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.keyed import keep_keyed
from lynchpin.kernel.use_case import use_case
from lynchpin.places.choices import Permission, Verb
from lynchpin.places.models import Area, Cluster, ClusterArea, Zone, ZoneArea

Rows = Sequence[Mapping[str, Any]]


@use_case(Permission.LOAD_PLACES)
def load_places(
    actor: Actor,
    *,
    areas: Rows = (),
    clusters: Rows = (),
    zones: Rows = (),
    cluster_areas: Rows = (),
    zone_areas: Rows = (),
) -> dict[str, int]:
    """Keep areas by code, clusters and zones by key, and memberships by area. Gives counts: added, changed, unchanged."""
    counts = keep_keyed(Area, areas, by="code")
    for model, rows in ((Cluster, clusters), (Zone, zones)):
        counts.update(keep_keyed(model, rows))
    counts.update(_keep_memberships(actor, ClusterArea, "cluster_id", cluster_areas))
    counts.update(_keep_memberships(actor, ZoneArea, "zone_id", zone_areas))
    audit.record(Verb.PLACES_LOADED, None, **dict(counts))
    return dict(counts)


def _keep_memberships(actor: Actor, model: type[Any], whole: str, rows: Rows) -> Counter[str]:
    """Add memberships of areas that were never in such a whole; those that were have been drawn on screen since."""
    drawn = set(model.objects.visible_to(actor).values_list("area_id", flat=True))
    fresh = [model(**row) for row in rows if row["area_id"] not in drawn]
    model.objects.bulk_create(fresh)
    return Counter(added=len(fresh), unchanged=len(rows) - len(fresh))
