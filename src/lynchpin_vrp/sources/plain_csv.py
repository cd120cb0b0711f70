"""CSV files as nearly all are: each line one row of the header's width. The engine reads these itself, many times faster than rows_of.

Anything else (a quote left open, a row too short, another encoding) is left to the careful reader, which says what is wrong where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import duckdb

from lynchpin_vrp.contract import Feed
from lynchpin_vrp.engine import Engine
from lynchpin_vrp.sources.files import encoding_of
from lynchpin_vrp.sources.tables import MOST_CHARACTERS, header_of, refuse_wrong_header

CHUNK = 2**22
PRINTED = bytes(range(0x20, 0x7F)) + b"\r\n"
UNSEEN = "[\\x00-\\x1f\\x7f-\\x9f\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]"  # as `rows` has it for the engine


@dataclass(frozen=True, slots=True)
class Look:
    """What the bytes of a file tell before it is read: its lines, 0 for a file that holds a NUL or none, and whether any
    character may be one that cannot be seen."""

    lines: int
    unseen: bool


def read_plain_csv(engine: Engine, feed: Feed, path: Path, table: str, tidy: str) -> Look | None:
    """Make `table`, the mapped columns as `tidy` stores them, in the order of the file; None when it needs the careful reader."""
    if encoding_of(path) not in ("utf-8", "utf-8-sig") or not (look := _look(path)).lines:
        return None
    header = header_of(path, feed.name)
    refuse_wrong_header(header, feed)
    try:
        engine.fetch(f"create or replace table {table} as {_query(header, feed, path, tidy)}")
    except duckdb.Error:
        return None
    # Else a line was blank or a cell went over lines, and no row's place is sure.
    return look if engine.count(table) == look.lines - 1 else None


def _look(path: Path) -> Look:
    count, returns, others, last = 0, 0, b"", b""
    with path.open("rb") as opened:
        while chunk := opened.read(CHUNK):
            if b"\0" in chunk:
                return Look(0, unseen=True)
            count, returns, last = count + chunk.count(b"\n"), returns + chunk.count(b"\r"), chunk
            others += chunk.translate(None, PRINTED)
    lines = count + (not last.endswith(b"\n"))
    return Look(lines, unseen=returns not in (0, count) or _unseen_in(others))


def _unseen_in(others: bytes) -> bool:
    """Whether bytes beyond printed ASCII may hold a character that cannot be seen; a mark at the start of a file is its encoding's."""
    try:
        return re.search(UNSEEN, others.decode("utf-8").removeprefix("\ufeff")) is not None
    except UnicodeDecodeError:
        return True


def _query(header: list[str], feed: Feed, path: Path, tidy: str) -> str:
    places = {theirs: f"c{at}" for at, theirs in enumerate(header)}
    types = ", ".join(f"'{place}': 'varchar'" for place in places.values())
    read = f"""read_csv('{str(path).replace("'", "''")}', columns = {{{types}}}, header = true, auto_detect = false, delim = ',',
        quote = '"', escape = '"', strict_mode = true, null_padding = false, max_line_size = {MOST_CHARACTERS})"""
    named = ", ".join(f"{places[theirs]} as {ours}" for ours, theirs in feed.mapped.items())
    return f"select {tidy} from (select {named} from {read})"
