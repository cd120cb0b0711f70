"""Linking against what people decided of pairs that they were shown, by group.

Reviewers see the pairs that a linkage is unsure of, so these shares are of hard pairs: they say whether it is getting better and for
whom it is worse, and are no estimate of all links. A run that was bound by a decision can only agree with it, so of such a pair it is
asked what its weights alone would have said. On clerical review see J. C. Doidge and others, Quality assessment in data linkage (2020)."""

from __future__ import annotations

from pathlib import Path

from lynchpin_vrp.assure.measure import Measure
from lynchpin_vrp.assure.reading import YES, has_table, take_csv
from lynchpin_vrp.assure.shares import share
from lynchpin_vrp.contract import Refused
from lynchpin_vrp.engine import Engine, Step

COLUMNS = ("feed_l", "record_id_l", "feed_r", "record_id_r", "same")
KEYS = ", ".join(COLUMNS[:4])

BOUND = Step(
    "see what weights alone would have said",
    ("decisions",),
    "bound_pairs",
    f"""select {KEYS}, weighed_same from decisions
        union all select feed_r, record_id_r, feed_l, record_id_l, weighed_same from decisions""",
)
NOTHING_BOUND = Step(
    "know of nothing that bound the run",
    (),
    "bound_pairs",
    "select '' as feed_l, '' as record_id_l, '' as feed_r, '' as record_id_r, true as weighed_same where false",
)

# A pair counts in the groups of both of its people, once in each.
JUDGED = Step(
    "set decided pairs beside the run",
    ("decided_pairs", "bound_pairs", "persons", "person_groups"),
    "judged_pairs",
    f"""with placed as (select row_number() over () as pair, {YES.format("same")} as same,
                coalesce(weighed_same, l.person_id = r.person_id) as together, unnest([l.person_id, r.person_id]) as person_id
            from decided_pairs left join bound_pairs using ({KEYS})
                join persons as l on l.feed = feed_l and l.record_id = record_id_l
                join persons as r on r.feed = feed_r and r.record_id = record_id_r)
        select distinct pair, same, together, kind, grp from placed join person_groups using (person_id) where same is not null""",
)


def clerical(engine: Engine, file: Path) -> list[Measure]:
    """Measures by group from a file of decisions; raises `Refused` where its columns are others."""
    if not take_csv(engine, file, "decided_pairs", COLUMNS):
        raise Refused("decisions_unreadable")
    engine.take(BOUND if has_table(engine, "decisions") else NOTHING_BOUND, JUDGED)
    return [*_share(engine, "clerical_precision", "together"), *_share(engine, "clerical_recall", "same")]


def _share(engine: Engine, code: str, of: str) -> list[Measure]:
    rows = engine.fetch(
        f"""select '', kind, grp, count(*) filter (same and together), count(*) from judged_pairs
            where {of} group by kind, grp order by kind, grp"""
    )
    return [share(code, *row) for row in rows]
