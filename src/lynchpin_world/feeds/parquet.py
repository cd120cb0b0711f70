"""Turns the extracts of a workspace into Parquet, for a nation whose CSV files are too large to be handled with ease."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb

from lynchpin_world.feeds.workspace import profile


def to_parquet(folder: Path, as_at: date, say: Callable[[str], None]) -> None:
    """Each extract as Parquet in the same order, every column text, nothing where nothing was written; the CSV file then goes."""
    for file in sorted((folder / "extracts").glob("*.csv")):
        _rewrite(file, file.with_suffix(".parquet"))
        file.unlink()
        say(f"{file.stem}: as Parquet")
    (folder / "profile.toml").write_text(profile(as_at, "parquet"), encoding="utf-8", newline="\n")


def _rewrite(file: Path, target: Path) -> None:
    rows = "read_csv($file, all_varchar = true, header = true, delim = ',', quote = '\"')"
    with duckdb.connect(config={"memory_limit": "1GB"}) as engine:
        engine.execute(
            f"copy (select * from {rows}) to '{_quoted(target)}' (format parquet, compression zstd)",
            {"file": str(file)},
        ).fetchall()


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
