"""The feeds' own store in the data folder: what waits, what is held, and the lists of what was put aside.

Everything is written aside and renamed, so that a process that is ended anywhere leaves each file whole or not there."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings

from lynchpin_vrp.engine import Engine

KEPT, WAITING, LISTED = ".parquet", ".part", ".aside"  # rows that runs read, rows that wait, and what was put aside
MOST_CELLS = (
    5_000  # put aside, that stand in the database for the page; the others are in the list that is kept beside the rows
)


def kept_columns(path: Path) -> tuple[str, ...]:
    """The columns that a kept extract holds, under our names."""
    engine = Engine()
    try:
        return tuple(row[0] for row in engine.fetch(f"describe select * from read_parquet('{quoted(path)}')"))
    finally:
        engine.close()


def folder_of(feed_key: str) -> Path:
    """Where a feed's extracts are kept; made when it is not there yet."""
    folder = Path(settings.DATA_DIR) / "feeds" / feed_key
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def waiting_path() -> Path:
    """Where the good rows of a file wait until it is accepted; whoever asked removes them."""
    return work_folder() / f"{secrets.token_hex(16)}.waiting"


def aside_path(path: Path) -> Path:
    """Where the list of cells put aside stands, beside the rows of the same file, where the database has only its beginning."""
    return path.with_name(f"{path.stem}{LISTED}")


def part_path(feed_key: str, sha256: str) -> Path:
    """Where good rows wait until the change that accepts them is committed."""
    return folder_of(feed_key) / f"{sha256}{WAITING}"


def kept_path(feed_key: str, sha256: str) -> Path:
    return folder_of(feed_key) / f"{sha256}{KEPT}"


def put_to_wait(waiting: Path, feed_key: str, sha256: str) -> None:
    """Move what was read beside the feed's files, each part whole or not at all."""
    part = part_path(feed_key, sha256)
    if aside_path(waiting).is_file():
        aside_path(waiting).replace(aside_path(part))
    else:  # of the same file, read otherwise before
        aside_path(part).unlink(missing_ok=True)
    waiting.replace(part)


def throw_away(path: Path) -> None:
    """Remove rows that wait, and the list of what was put aside with them."""
    path.unlink(missing_ok=True)
    aside_path(path).unlink(missing_ok=True)


def is_there(feed_key: str, sha256: str) -> bool:
    """Whether the rows of a file are there, accepted or waiting."""
    return any(path(feed_key, sha256).is_file() for path in (part_path, kept_path))


def settle(feed_key: str, sha256: str) -> Path | None:
    """The kept file of an accepted extract, or None when it is gone.

    A process that ended between commit and renaming left the whole file under its waiting name.
    """
    kept, waiting = kept_path(feed_key, sha256), part_path(feed_key, sha256)
    if waiting.is_file():
        waiting.replace(kept)
    return kept if kept.is_file() else None


def has_list_aside(feed_key: str, sha256: str) -> bool:
    """Whether more cells of a file were put aside than the database has."""
    return aside_path(kept_path(feed_key, sha256)).is_file()


def put_aside(feed_key: str, sha256: str) -> Iterator[tuple[Any, ...]]:
    """Every cell of a file that was put aside, as line, column and reason, read a few at a time."""
    engine, path = Engine(), aside_path(kept_path(feed_key, sha256))
    try:
        source = f"select line, \"column\", reason from read_parquet('{quoted(path)}')"
        found = engine.connection.execute(f"{source} order by all")
        while rows := found.fetchmany(MOST_CELLS):
            yield from rows
    finally:
        engine.close()


def sweep(before: float) -> None:
    """Remove what a process that was ended left where files are read: what nobody has touched since `before` (Unix seconds)."""
    for left in work_folder().iterdir():
        with suppress(FileNotFoundError):  # whoever read it has ended meanwhile
            if left.stat().st_mtime < before:
                shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)


def work_folder() -> Path:
    """Where files are read; made when it is not there yet."""
    folder = Path(settings.DATA_DIR) / "scratch"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def quoted(path: Path) -> str:
    """A path inside a quoted SQL text."""
    return str(path).replace("'", "''")
