"""How large a run was, what was put aside, and how the bands fell."""

from __future__ import annotations

from collections.abc import Mapping

from lynchpin_vrp.assure.measure import Measure
from lynchpin_vrp.assure.shares import number, shares
from lynchpin_vrp.engine import Engine

TABLES = ("records", "people", "families", "second_homes")


def sizes(engine: Engine) -> list[Measure]:
    counted = {name: engine.count(name) for name in ("records", "people", "second_homes")}
    counted["families"] = engine.fetch("select count(distinct family_id) from families")[0][0]
    return [number("size", name, counted[name]) for name in TABLES]


def quarantined(feeds: Mapping[str, Mapping[str, int]]) -> list[Measure]:
    """Of each feed's rows, the share that was put aside. `feeds` is the manifest's."""
    return shares(
        "rows_quarantined", [(name, "", "", told["quarantined"], told["read"]) for name, told in feeds.items()]
    )


def bands(engine: Engine) -> list[Measure]:
    """How families of each group fall into the bands of vulnerability; `insufficient` where too little is known for any."""
    rows = engine.fetch(
        """with banded as (select kind, grp, coalesce(excluded, vulnerability_band, 'insufficient') as band
                from scores join family_groups using (family_id)),
            counted as (select band, kind, grp, count(*) as families from banded group by all)
        select *, (sum(families) over (partition by kind, grp))::bigint from counted order by all"""
    )
    return shares("band_share", rows)
