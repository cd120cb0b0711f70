"""What agencies wrote about two people, side by side: read from the files that a run read, kept nowhere else.

Only columns that say who somebody is, only those that the agreement of the day names, and nothing of a feed without one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from lynchpin.people.queries.protection import Protection
from lynchpin.profiles import file_store, spelling
from lynchpin.profiles.agreements import agreement_for_profiling
from lynchpin_vrp import IDENTITY

Record = tuple[str, str]  # feed, its number there
WHERE = frozenset({"address", "postcode", "uprn", "phone", "email"})  # F2; everything else that is shown is F1
SHOWN = tuple(name for name in IDENTITY if name not in ("record_id", "updated_on", "uprn"))
SAME, DIFFERENT, ONE_SIDED = "same", "different", "one_sided"


@dataclass(frozen=True, slots=True)
class Written:
    """A value as it was written, and the keys of the feeds that wrote it so."""

    value: Any
    feeds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One column on both sides, and whether they agree: `same`, `different`, or told on one side only."""

    column: str
    left: tuple[Written, ...]
    right: tuple[Written, ...]
    mark: str


def records_of(wanted: Collection[Record], files: Mapping[str, str], on: date) -> dict[Record, dict[str, Any]]:
    """What each record says; `files` maps a feed to the hash of the file that was read. What may not be read is left out."""
    found: dict[Record, dict[str, Any]] = {}
    for feed in sorted({feed for feed, _ in wanted} & set(files)):
        agreement = agreement_for_profiling(feed, on)
        path = file_store.settle(feed, files[feed]) if agreement else None
        if agreement and path:
            ids = [number for key, number in wanted if key == feed]
            found |= {(feed, row.pop("record_id")): row for row in _rows(path, ids, set(agreement.fields))}
    return found


def is_protected(told: Mapping[str, Any], protection: Protection) -> bool:
    """Whether where somebody is must not be shown of a record: their home is protected, or they are."""
    born = told.get("birth_date")
    return protection.covers(
        name=f"{told.get('forename') or ''} {told.get('surname') or ''}",
        birth_date=_readable("birth_date", born) if born else None,
        address=told.get("address") or "",
        postcode=told.get("postcode") or "",
    )


def without_whereabouts(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name not in WHERE}


def compared(
    left: Iterable[Record], right: Iterable[Record], told: Mapping[Record, Any], shown: Collection[str]
) -> tuple[Compared, ...]:
    """Every column of `shown` that one side says something in."""
    ours, theirs = _found(left, told), _found(right, told)
    every = (_compared(column, ours, theirs) for column in SHOWN if column in shown)
    return tuple(each for each in every if each.left or each.right)


def _found(side: Iterable[Record], told: Mapping[Record, Any]) -> list[tuple[str, Any]]:
    """(feed, what it says) of those records of a side that may be read."""
    return [(feed, told[feed, number]) for feed, number in side if (feed, number) in told]


def _compared(column: str, ours: Iterable[tuple[str, Any]], theirs: Iterable[tuple[str, Any]]) -> Compared:
    left, right = _written(column, ours), _written(column, theirs)
    return Compared(column, left, right, _mark(left, right))


def _rows(path: Path, ids: list[str], agreed: set[str]) -> list[dict[str, Any]]:
    names = ["record_id", *(name for name in file_store.kept_columns(path) if name in SHOWN and name in agreed)]
    with duckdb.connect() as engine:
        told = engine.execute(
            f"select {', '.join(names)} from read_parquet($path) where record_id in (select unnest($ids))",
            {"path": str(path), "ids": ids},
        ).fetchall()
    return [dict(zip(names, row, strict=True)) for row in told]


def _written(column: str, side: Iterable[tuple[str, Mapping[str, Any]]]) -> tuple[Written, ...]:
    """Each way in which a side writes a value, once, with whose it is."""
    found: dict[Any, list[str]] = {}
    for feed, told in side:
        if (value := told.get(column)) not in (None, ""):
            found.setdefault(_readable(column, value), []).append(feed)
    return tuple(Written(value, tuple(sorted(set(feeds)))) for value, feeds in found.items())


def _readable(column: str, value: Any) -> Any:
    if column == "birth_date":
        return date.fromisoformat(value) if isinstance(value, str) else value
    if column in ("forename", "middle_names", "surname"):
        return spelling.name(value)
    return spelling.address(value) if column == "address" else value


def _mark(left: Collection[Written], right: Collection[Written]) -> str:
    if not left or not right:
        return ONE_SIDED
    return SAME if {_plain(each) for each in left} & {_plain(each) for each in right} else DIFFERENT


def _plain(written: Written) -> str:
    """Capitals, spaces and signs between letters make no difference."""
    return "".join(sign for sign in str(written.value).casefold() if sign.isalnum())
