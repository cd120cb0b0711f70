"""Reads a finished run's folder: its manifest, and its tables as views of one engine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lynchpin_vrp.engine import Engine, Step
from lynchpin_vrp.outputs import EVIDENCE_TABLES, FACT_TABLES, LINK_TABLES

# True for a yes in a file, false for a no, null for anything else.
YES = """case when lower(trim({0})) in ('y', 'yes', 'true', '1') then true
    when lower(trim({0})) in ('n', 'no', 'false', '0') then false end"""


def take_tables(engine: Engine, out: Path, prefix: str = "") -> None:
    """Every table of a run that is there, under its own name after `prefix`."""
    there = [name for name in (*LINK_TABLES, *EVIDENCE_TABLES, *FACT_TABLES) if (out / f"{name}.parquet").is_file()]
    engine.take(*(_view(out / f"{name}.parquet", prefix + name) for name in there))


def take_csv(engine: Engine, file: Path, name: str, columns: Sequence[str]) -> bool:
    """A CSV file as a table of texts; False where a column that it needs is missing."""
    with file.open(encoding="utf-8-sig") as opened:
        header = [column.strip() for column in opened.readline().split(",")]
    if not set(columns) <= set(header):
        return False
    read = f"read_csv('{_quoted(file)}', all_varchar=true, header=true)"
    engine.take(
        Step(f"read {name}", (), name, f"""select {", ".join(f'"{column}"' for column in columns)} from {read}""")
    )
    return True


def has_table(engine: Engine, name: str) -> bool:
    """Whether the run has such a table: not every run has facts, or decisions that bound it."""
    return bool(engine.fetch("select 1 from information_schema.tables where table_name = ?", [name]))


def _view(file: Path, name: str) -> Step:
    return Step(f"take up {name}", (), name, f"select * from read_parquet('{_quoted(file)}')", kept=False)


def _quoted(file: Path) -> str:
    return str(file).replace("'", "''")
