"""Load areas and their outlines from a publisher's file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.keyed import keep_keyed
from lynchpin.kernel.use_case import use_case
from lynchpin.places.boundaries import Boundary
from lynchpin.places.choices import Permission, Verb
from lynchpin.places.models import Area


@use_case(Permission.LOAD_BOUNDARIES)
def load_boundaries(actor: Actor, *, boundaries: Sequence[Boundary]) -> dict[str, int]:
    """Keep each area by its code. Gives counts: added, changed, unchanged.

    An area that is known keeps its names and vintage: the reference pack names places as people do ("Gurnos 1"), the
    outlines as statisticians do ("Merthyr Tydfil 006A").
    """
    known = set(Area.objects.visible_to(actor).values_list("code", flat=True))
    counts = keep_keyed(Area, [_row(boundary, new=boundary.code not in known) for boundary in boundaries], by="code")
    audit.record(Verb.BOUNDARIES_LOADED, None, **dict(counts))
    return dict(counts)


def _row(boundary: Boundary, *, new: bool) -> dict[str, Any]:
    shape = {
        "code": boundary.code,
        "longitude": boundary.longitude,
        "latitude": boundary.latitude,
        "rings": [[list(point) for point in ring] for ring in boundary.rings],
    }
    named = {"name_en": boundary.name_en, "name_cy": boundary.name_cy}
    return shape | ({"kind": boundary.kind, "vintage": boundary.vintage} | named if new else {})
