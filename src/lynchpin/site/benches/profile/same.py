"""Whether two runs say the same, up to the ids they chose: `python -m lynchpin.site.benches.profile.same OUT OUT` counts as JSON.

A person is the records it was linked from, a family the persons in it with their roles, a score all its figures of such a family.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import duckdb

SIDES = ("one", "other")
TABLES = ("persons", "families", "scores")
SHAPES = (
    """create table clusters_{side} as select person_id, sum(hash(feed, record_id)::hugeint) as key, count(*) as records
        from persons_{side} group by person_id""",
    """create table homes_{side} as select family_id, sum(hash(key, records, role)::hugeint) as key, count(*) as members
        from families_{side} join clusters_{side} using (person_id) group by family_id""",
    """create table told_{side} as select key, members, scores.* exclude (family_id)
        from scores_{side} as scores join homes_{side} using (family_id)""",
)
COUNTED = {
    "clusters": "select key, records from clusters_{side}",
    "families": "select key, members from homes_{side}",
    "scores": "select * from told_{side}",
}


def differences(one: Path, other: Path) -> dict[str, int]:
    """How many persons, families and scores are in one output folder and not in the other."""
    with duckdb.connect() as engine:
        for side, folder in zip(SIDES, (one, other), strict=True):
            for table in TABLES:
                engine.read_parquet(str(folder / f"{table}.parquet")).create_view(f"{table}_{side}")
            for shape in SHAPES:
                engine.execute(shape.format(side=side))
        return {name: _differing(engine, rows) for name, rows in COUNTED.items()}


def _differing(engine: duckdb.DuckDBPyConnection, rows: str) -> int:
    one, other = (f"({rows.format(side=side)})" for side in SIDES)
    sql = (
        f"select (select count(*) from ({one} except all {other})) + (select count(*) from ({other} except all {one}))"
    )
    return int(engine.execute(sql).fetchall()[0][0])


if __name__ == "__main__":
    sys.stdout.write(json.dumps(differences(*map(Path, sys.argv[1:]))) + "\n")
