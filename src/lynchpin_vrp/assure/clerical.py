"""Linking against what people decided of pairs that they were shown, by group.

Reviewers see the pairs that a linkage is unsure of, so these shares are of hard pairs: they say whether it is getting better and for
whom it is worse, and are no estimate of all links. A pair that the run was bound by is left out, since it could only agree. On clerical
review see J. C. Doidge and others, Quality assessment in data linkage (2020)."""

from __future__ import annotations

from pathlib import Path

from lynchpin_vrp.assure.measure import Measure
from lynchpin_vrp.assure.reading import YES, take_csv
from lynchpin_vrp.assure.shares import share
from lynchpin_vrp.contract import Refused
from lynchpin_vrp.engine import Engine, Step

COLUMNS = ("feed_l", "record_id_l", "feed_r", "record_id_r", "same")
BOUND = "decided%"  # how a link's reason begins where somebody's decision made it

# A pair counts in the groups of both of its people, once in each.
JUDGED = Step(
    "set decided pairs beside the run",
    ("decisions", "persons", "links", "person_groups"),
    "judged_pairs",
    f"""with bound as (select feed_l, record_id_l, feed_r, record_id_r from links where reason like '{BOUND}'),
            free as (select * from decisions as d where not exists (select 1 from bound as b
                where (b.feed_l, b.record_id_l, b.feed_r, b.record_id_r) in
                    ((d.feed_l, d.record_id_l, d.feed_r, d.record_id_r), (d.feed_r, d.record_id_r, d.feed_l, d.record_id_l)))),
            placed as (select row_number() over () as pair, {YES.format("same")} as same, l.person_id = r.person_id as together,
                    unnest([l.person_id, r.person_id]) as person_id
                from free join persons as l on l.feed = feed_l and l.record_id = record_id_l
                    join persons as r on r.feed = feed_r and r.record_id = record_id_r)
        select distinct pair, same, together, kind, grp from placed join person_groups using (person_id) where same is not null""",
)


def clerical(engine: Engine, file: Path) -> list[Measure]:
    """Measures by group from a file of decisions; raises `Refused` where its columns are others."""
    if not take_csv(engine, file, "decisions", COLUMNS):
        raise Refused("decisions_unreadable")
    engine.take(JUDGED)
    return [*_share(engine, "clerical_precision", "together"), *_share(engine, "clerical_recall", "same")]


def _share(engine: Engine, code: str, of: str) -> list[Measure]:
    rows = engine.fetch(
        f"""select '', kind, grp, count(*) filter (same and together), count(*) from judged_pairs
            where {of} group by kind, grp order by kind, grp"""
    )
    return [share(code, *row) for row in rows]
