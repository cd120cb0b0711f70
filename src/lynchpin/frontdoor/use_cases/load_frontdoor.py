"""Load the dated clocks, the band-to-route matrix and the facts of customer groups; loading again changes only what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lynchpin.frontdoor.choices import Permission, Verb
from lynchpin.frontdoor.models import BandRoute, ClockRule, GroupFact
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.keyed import keep_keyed
from lynchpin.kernel.use_case import use_case

Rows = Sequence[Mapping[str, Any]]


@use_case(Permission.LOAD_FRONTDOOR)
def load_frontdoor(
    actor: Actor, *, clocks: Rows = (), band_routes: Rows = (), group_facts: Rows = ()
) -> dict[str, int]:
    """Keep every row by its key. Gives the counts of rows added, changed and unchanged."""
    kept = keep_keyed(ClockRule, clocks) + keep_keyed(BandRoute, band_routes) + keep_keyed(GroupFact, group_facts)
    counts = {name: kept[name] for name in ("added", "changed", "unchanged")}
    audit.record(Verb.FRONTDOOR_LOADED, None, **counts)
    return counts
