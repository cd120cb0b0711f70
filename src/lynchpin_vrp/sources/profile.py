"""What a file is like, in counts, and how far that is from the last one: seen by whoever takes it in before it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from math import log
from pathlib import Path
from typing import Any, Self

from lynchpin_vrp.contract import OPERATION, REMOVE, Feed, Kind, kind_of
from lynchpin_vrp.engine import Engine, Step
from lynchpin_vrp.sources.shapes import spread_sql

MOST_LOOKED_AT = (
    200_000  # rows whose patterns are counted: shares of a sample this large are right to a tenth of a percent
)
MOST_SHAPES = 12  # of a column, that are kept
LEAST_COMPARED = 100  # rows: what fewer are like says little
NOTHING = ""  # stands for an empty cell in a spread
LEAST_SHARE = 0.0005  # of a bin that is empty on one side, so that its logarithm exists


@dataclass(frozen=True, slots=True)
class Keys:
    """Records by their number, against the last file that was accepted."""

    new: int
    gone: int
    changed: int
    same: int


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """One column: `missing` rows are empty, `most_shared` rows hold its commonest value, `held` is how many rows hold one.

    `spread` counts patterns, codes or bands among the rows that were looked at. `drift` is the population stability index
    against the last file (0 is no drift, above 0.25 is a great one), None where there is nothing to compare.
    """

    column: str
    kind: str
    held: int
    missing: int
    distinct: int
    most_shared: int
    latest: str
    spread: Mapping[str, int]
    drift: float | None


@dataclass(frozen=True, slots=True)
class FileProfile:
    """`rows` are what would be held, `records` the good rows of the file itself, of which `looked_at` were looked at for patterns."""

    rows: int
    records: int
    looked_at: int
    keys: Keys
    columns: tuple[ColumnProfile, ...]

    def told(self) -> dict[str, Any]:
        """As plain data, to be kept."""
        return asdict(self)

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Self:
        """From what was kept."""
        columns = tuple(ColumnProfile(**each) for each in told["columns"])
        return cls(told["rows"], told["records"], told["looked_at"], Keys(**told["keys"]), columns)


def profile_file(
    engine: Engine, feed: Feed, *, as_at: date, last: FileProfile | None, whole: Path | None
) -> FileProfile:
    """Profile a file that `load_feed` has read, against the last accepted one: its profile, and its rows in `whole`."""
    sent = f"sent_{feed.name}"
    engine.take(Step(f"take the good rows of {feed.name}", (), sent, _sent(feed), kept=False))
    records = engine.count(sent)
    looked = f"looked_{feed.name}"
    every = max(1, records // MOST_LOOKED_AT)
    engine.take(Step(f"look at {feed.name}", (sent,), looked, f"select * from {sent} where hash(line) % {every} = 0"))
    before = {each.column: each for each in last.columns} if last else {}
    columns = tuple(_column(engine, feed, name, as_at, before.get(name), records) for name in feed.mapped)
    rows = engine.count(f"accepted_{feed.name}")
    return FileProfile(rows, records, engine.count(looked), _keys(engine, feed, whole), columns)


def drift(before: Mapping[str, int], now: Mapping[str, int]) -> float | None:
    """The population stability index of two spreads; None where either is of too few rows. Bins that only one has count too.

    PSI as in Siddiqi, Credit Risk Scorecards (2006): below 0.1 little, 0.1 to 0.25 some, above 0.25 a great shift.
    """
    sums = sum(before.values()), sum(now.values())
    if min(sums) < LEAST_COMPARED:
        return None
    pairs = [
        (max(before.get(name, 0) / sums[0], LEAST_SHARE), max(now.get(name, 0) / sums[1], LEAST_SHARE))
        for name in sorted({*before, *now})
    ]
    return round(sum((new - old) * log(new / old) for old, new in pairs), 4)


def _sent(feed: Feed) -> str:
    """The good rows of the file; of changes, those that say what a record is."""
    if feed.sends_changes:
        return f"select * from changes_{feed.name} where {OPERATION} != '{REMOVE}'"
    return f"select * from accepted_{feed.name}"


def _column(
    engine: Engine, feed: Feed, name: str, as_at: date, before: ColumnProfile | None, records: int
) -> ColumnProfile:
    distinct, shared, held = engine.fetch(
        f"""select count(*), coalesce(max(n), 0), coalesce(sum(n), 0)::bigint
        from (select count(*) as n from sent_{feed.name} where {name} is not null group by hash({name}))"""
    )[0]
    spread = _spread(engine, feed, name, as_at)
    moved = drift(*_comparable(before.spread, spread)) if before else None
    kept = dict(sorted(spread.items(), key=lambda each: (-each[1], each[0]))[:MOST_SHAPES])
    kept[OTHERS] = sum(spread.values()) - sum(kept.values())
    return ColumnProfile(
        column=name,
        kind=str(kind_of(name)),
        held=held,
        missing=records - held,
        distinct=distinct,
        most_shared=shared,
        latest=_latest(engine, feed, name),
        spread={shape: rows for shape, rows in kept.items() if rows},
        drift=moved,
    )


OTHERS = "*"  # all patterns that are not among the commonest


def _comparable(before: Mapping[str, int], now: Mapping[str, int]) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Both spreads over the patterns that were kept of the last file; whatever else there is now counts as others."""
    known = {shape: rows for shape, rows in now.items() if shape in before}
    return before, known | {OTHERS: sum(now.values()) - sum(known.values())}


def _spread(engine: Engine, feed: Feed, name: str, as_at: date) -> dict[str, int]:
    shape = spread_sql(name, as_at)
    return dict(
        engine.fetch(
            f"""select coalesce(shape, '{NOTHING}'), count(*) from (select case when {name} is not null then {shape} end as shape
            from looked_{feed.name}) group by all"""
        )
    )


def _latest(engine: Engine, feed: Feed, name: str) -> str:
    """The newest day that a column tells of; birth dates are nobody's latest."""
    if kind_of(name) is not Kind.DATE:
        return ""
    return str(engine.fetch(f"select coalesce(max({name}), '') from sent_{feed.name}")[0][0])


def _keys(engine: Engine, feed: Feed, whole: Path | None) -> Keys:
    accepted = f"accepted_{feed.name}"
    if whole is None:
        return Keys(engine.count(accepted), 0, 0, 0)
    source = f"read_parquet('{str(whole).replace(chr(39), chr(39) * 2)}')"
    held = {row[0] for row in engine.fetch(f"describe select * from {source}")}
    told = f"hash({', '.join(name for name in feed.mapped if name in held)}) as told"
    new, gone, changed, same = engine.fetch(
        f"""select count(*) filter (was.record_id is null), count(*) filter (now.record_id is null),
            count(*) filter (was.told != now.told), count(*) filter (was.told = now.told)
        from (select record_id, {told} from {accepted}) as now
            full join (select record_id, {told} from {source}) as was on was.record_id = now.record_id"""
    )[0]
    return Keys(new, gone, changed, same)
