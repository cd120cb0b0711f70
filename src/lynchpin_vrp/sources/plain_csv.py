"""CSV files as nearly all are: each line one row of the header's width. The engine reads these itself, many times faster than rows_of.

Anything else (a quote left open, a row too short, another encoding) is left to the careful reader, which says what is wrong where."""

from __future__ import annotations

from pathlib import Path

import duckdb

from lynchpin_vrp.contract import Feed
from lynchpin_vrp.engine import Engine
from lynchpin_vrp.sources.files import encoding_of
from lynchpin_vrp.sources.tables import MOST_CHARACTERS, header_of, refuse_wrong_header

CHUNK = 2**22


def read_plain_csv(engine: Engine, feed: Feed, path: Path, table: str, tidy: str) -> bool:
    """Make `table` (line, misshapen, the mapped columns as `tidy` stores them); False when the file needs the careful reader."""
    if encoding_of(path) not in ("utf-8", "utf-8-sig") or not (lines := _lines(path)):
        return False
    header = header_of(path, feed.name)
    refuse_wrong_header(header, feed)
    try:
        engine.fetch("set preserve_insertion_order=true")  # a row's line is its place in the file
        engine.fetch(f"create or replace table {table} as {_query(header, feed, path, tidy)}")
    except duckdb.Error:
        return False
    finally:
        engine.fetch("set preserve_insertion_order=false")
    return (
        engine.count(table) == lines - 1
    )  # else a line was blank or a cell went over lines, and no row's place is sure


def _lines(path: Path) -> int:
    """How many lines the file has; 0 when it holds a NUL or none."""
    count, last = 0, b""
    with path.open("rb") as opened:
        while chunk := opened.read(CHUNK):
            if b"\0" in chunk:
                return 0
            count, last = count + chunk.count(b"\n"), chunk
    return count + (not last.endswith(b"\n"))


def _query(header: list[str], feed: Feed, path: Path, tidy: str) -> str:
    places = {theirs: f"c{at}" for at, theirs in enumerate(header)}
    types = ", ".join(f"'{place}': 'varchar'" for place in places.values())
    read = f"""read_csv('{str(path).replace("'", "''")}', columns = {{{types}}}, header = true, auto_detect = false, delim = ',',
        quote = '"', escape = '"', strict_mode = true, null_padding = false, max_line_size = {MOST_CHARACTERS})"""
    named = ", ".join(f"{places[theirs]} as {ours}" for ours, theirs in feed.read.items())
    return f"""select line, null::varchar as misshapen, {tidy}
        from (select row_number() over () + 1 as line, {named} from {read})"""
