"""Small workspaces and small tables, written by hand so that a test shows every row it means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lynchpin_vrp import Feed
from lynchpin_vrp.engine import Engine

AS_AT = date(2026, 11, 1)


def feed(path: Path | None = None, *, columns: str = "record_id forename surname birth_date", facts: str = "") -> Feed:
    """A feed whose own column names are ours."""
    return Feed("school", path, {name: name for name in columns.split()}, {name: name for name in facts.split()}, 0.8)


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def table(engine: Engine, name: str, columns: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Make a table from literal rows; `columns` is SQL, such as `uid bigint, forename varchar`."""
    engine.fetch(f'create or replace table "{name}" ({columns})')
    for row in rows:
        engine.fetch(f'insert into "{name}" values ({", ".join("?" for _ in row)})', row)
