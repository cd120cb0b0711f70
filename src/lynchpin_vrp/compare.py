"""What a change of settings would do, in counts of families: never a family, and never below the area that a caller names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lynchpin_vrp.contract import Refused
from lynchpin_vrp.engine import Engine, Step

PARTS = ("vulnerability_band", "resilience_band", "route")
BY = ("whole", "area", "youngest", "size")
UNBANDED = "insufficient"  # too little data for a band; a family with an open plan is told by that instead


@dataclass(frozen=True, slots=True)
class Moves:
    """How many families of a group had `before` in one part of their score and have `after`; the same where nothing moves.

    `by` is one of `BY` and `group` one of its: nothing for the whole, the area's key, the age group of the youngest member
    (`0-3`, `4-10`, `11-15`, `16-17`, `adults`, `unknown`), the number of members (`1`, `2`, `3-4`, `5+`)."""

    part: str
    by: str
    group: str
    before: str
    after: str
    families: int


def compare(before: Path, after: Path, *, of: Path) -> tuple[Moves, ...]:
    """Count the families of `of`, a folder with `members` and, where areas are wanted, `places` (family_id, area).

    `before` and `after` hold `scores`. Raises `Refused` unless they score the same families."""
    engine = Engine()
    try:
        engine.take(_scores("scored_before", before), _scores("scored_after", after), _groups(of), BESIDE)
        if len({engine.count(name) for name in ("scored_before", "scored_after", "beside")}) > 1:
            raise Refused("runs_of_different_families")
        return tuple(Moves(part, *row) for part in PARTS for row in engine.fetch(_counted(part)))
    finally:
        engine.close()


def _scores(name: str, folder: Path) -> Step:
    bands = ", ".join(f"coalesce(excluded, {part}, '{UNBANDED}') as {part}" for part in PARTS[:2])
    return Step(
        f"read what was {name}",
        (),
        name,
        f"select family_id, {bands}, route from read_parquet('{_file(folder, 'scores')}')",
    )


def _groups(of: Path) -> Step:
    """One row a family, with the group it stands in by each way of grouping."""
    members, places = _file(of, "members"), of / "places.parquet"
    area = f"select family_id, area from read_parquet('{_file(of, 'places')}')" if places.is_file() else NOWHERE
    return Step(
        "group families",
        (),
        "grouped",
        f"""select family_id, '' as whole, coalesce(any_value(area), '') as area,
                case when min(age) is null then 'unknown' when min(age) <= 3 then '0-3' when min(age) <= 10 then '4-10'
                    when min(age) <= 15 then '11-15' when min(age) <= 17 then '16-17' else 'adults' end as youngest,
                case when count(*) <= 2 then count(*)::varchar when count(*) <= 4 then '3-4' else '5+' end as size
            from read_parquet('{members}') left join ({area}) using (family_id) group by family_id""",
    )


NOWHERE = "select '' as family_id, '' as area where false"
BESIDE = Step(
    "set before and after side by side",
    ("scored_before", "scored_after", "grouped"),
    "beside",
    "select grouped.*, "
    + ", ".join(f"scored_before.{part} as {part}_before, scored_after.{part} as {part}_after" for part in PARTS)
    + " from scored_before join scored_after using (family_id) join grouped using (family_id)",
)


def _counted(part: str) -> str:
    counts = (
        f"select '{by}' as kind, {by} as grp, {part}_before as was, {part}_after as is_now, count(*) from beside group by all"
        for by in BY
    )
    return f"select * from ({' union all '.join(counts)}) order by all"


def _file(folder: Path, name: str) -> str:
    return str(folder / f"{name}.parquet").replace("'", "''")
