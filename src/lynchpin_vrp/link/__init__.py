"""Which records are one person: Splink proposes edges, then a guard that knows families refuses those that contradict."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lynchpin_vrp.engine import Engine, Step
from lynchpin_vrp.link import contradictions
from lynchpin_vrp.link.guard import Groups, both_ways, components, guarded
from lynchpin_vrp.link.training import LinkSettings, predict_links

__all__ = ["LinkSettings", "link_records"]

# A person is known by the first of their records, hashed so that no agency's own number travels.
PERSONS = Step(
    "give every record its person",
    ("comparable", "solved"),
    "persons",
    """with placed as (select uid, feed, record_id, coalesce(grp, uid) as grp from comparable left join solved using (uid))
        select 'P' || upper(substr(md5(first(feed || ':' || record_id order by uid) over (partition by grp)), 1, 12)) as person_id,
            feed, record_id, uid from placed""",
)

LINKS = Step(
    "say why each link stands or fell",
    ("edges", "contradictions", "comparable", "persons"),
    "links",
    """select l.feed as feed_l, l.record_id as record_id_l, r.feed as feed_r, r.record_id as record_id_r, match_weight, match_probability,
            l.person_id = r.person_id as kept,
            case when l.person_id = r.person_id then 'model' else coalesce(contradictions.reason, 'group_contradicts') end as reason
        from edges join persons as l on l.uid = edges.uid_l join persons as r on r.uid = edges.uid_r
            left join contradictions on contradictions.uid_l = edges.uid_l and contradictions.uid_r = edges.uid_r""",
)


def link_records(engine: Engine, ask: LinkSettings, *, as_at: date, scratch: Path) -> str:
    """Make `persons` and `links` from `comparable`; gives the hash of the model used."""
    model_hash = predict_links(engine, ask)
    edges = engine.fetch("select uid_l, uid_r from edges order by match_weight desc, uid_l, uid_r")
    connected = components(edges)
    _keep_groups(engine, "grouped", edges, connected, scratch)
    engine.take(*contradictions.steps(as_at))
    against = both_ways(engine.fetch("select uid_l, uid_r from contradictions"))
    _keep_groups(engine, "solved", edges, guarded(edges, connected, against, ask.most_contradiction), scratch)
    engine.take(PERSONS, LINKS)
    return model_hash


def _keep_groups(engine: Engine, table: str, edges: list[tuple[int, int]], groups: Groups, scratch: Path) -> None:
    """Groups as a table (uid, grp) by way of a file: DuckDB 2.0.0 must not scan Arrow tables (PERFORMANCE 7)."""
    records = sorted({record for edge in edges for record in edge})
    file = scratch / f"{table}.parquet"
    columns = pa.table(
        {"uid": pa.array(records, pa.int64()), "grp": pa.array([groups.of(record) for record in records], pa.int64())}
    )
    pq.write_table(columns, file)
    engine.take(Step(f"{table} records", ("edges",), table, f"select * from read_parquet('{file}')"))
