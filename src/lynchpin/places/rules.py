"""Pure answers about clusters and venues."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from lynchpin.kernel.errors import Reason


def why_not_draw_cluster(
    cluster: Any, *, codes: Collection[str], known: Collection[str], held: Mapping[str, str], on: date
) -> Reason | None:
    """`known` are the codes of small areas; `held` maps areas to the cluster that holds them from that day."""
    if not codes:
        return Reason("cluster_without_areas")
    if on < cluster.valid_from:
        return Reason("cluster_change_too_early")
    for code in sorted(codes):
        if code not in known:
            return Reason("cluster_area_unknown", area=code)
        if held.get(code, cluster.key) != cluster.key:
            return Reason("cluster_area_held", area=code)
    return None


def why_not_add_venue(*, name_taken: bool) -> Reason | None:
    return Reason("venue_exists") if name_taken else None
