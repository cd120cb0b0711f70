"""Partner files: read by profiling's own reader, cut down to the agreed columns, kept under their hash in the data folder."""

from __future__ import annotations

import hashlib
import secrets
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from lynchpin.kernel.errors import Reason, Refused
from lynchpin_vrp import Feed as Contract
from lynchpin_vrp import Quarantined
from lynchpin_vrp import Refused as Unreadable
from lynchpin_vrp.engine import Engine
from lynchpin_vrp.sources import load_feed as read_feed

KEY = "record_id"  # always kept: without it no row can be told from another

# What profiling's reader says -> what we say.
SAID = {
    "file_missing": "extract_missing",
    "file_empty": "extract_empty",
    "file_too_large": "extract_too_large",
    "spreadsheet_named_csv": "extract_is_a_spreadsheet",
    "not_a_table": "extract_is_no_table",
    "name_disagrees_with_content": "extract_misnamed",
    "workbook_unsafe": "extract_workbook_unsafe",
    "workbook_unreadable": "extract_unreadable",
    "parquet_unreadable": "extract_unreadable",
    "encoding_unreadable": "extract_encoding",
    "nul_bytes": "extract_holds_nul",
    "no_header": "extract_without_header",
    "wrong_delimiter": "extract_wrong_delimiter",
    "columns_missing": "extract_columns_missing",
    "columns_doubled": "extract_columns_doubled",
    "too_many_columns": "extract_too_many_columns",
    "too_many_rows": "extract_too_many_rows",
    "cell_too_long": "extract_cell_too_long",
    "quote_not_closed": "extract_quote_open",
    "quote_misplaced": "extract_quote_misplaced",
    "no_rows": "extract_has_no_rows",
    "too_many_bad_rows": "extract_too_many_bad_rows",
}


@dataclass(frozen=True, slots=True)
class ExtractRead:
    """What a file holds: rows read, accepted (new or changed), unchanged since the last file, and the cells put aside."""

    rows_read: int
    rows_accepted: int
    rows_unchanged: int
    rows_quarantined: int
    quarantined: tuple[Quarantined, ...]


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file's bytes. Raises `Refused` when there is no file."""
    if not path.is_file():
        raise Refused(Reason("extract_missing"))
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def contract(feed: Any, fields: Collection[str], path: Path) -> Contract:
    """How a file is to be read: the feed's columns, less those that its agreement does not name."""
    agreed = {KEY, *fields}
    columns = {ours: theirs for ours, theirs in feed.columns.items() if ours in agreed}
    facts = {ours: theirs for ours, theirs in feed.facts.items() if ours in agreed}
    return Contract(feed.key, path, columns, facts, float(feed.trust))


def read(asked: Contract, *, as_at: date, last: Path | None, keep: Path | None) -> ExtractRead:
    """Read a file and compare it with the feed's last one; write its good rows to `keep` when that is given.

    Raises `Refused` when the whole file is no good.
    """
    engine = Engine()
    try:
        with _scratch() as folder, _in_our_words():
            report = read_feed(engine, asked, as_at=as_at, scratch=folder)
            same = _unchanged(engine, asked, last)
            bad = tuple(Quarantined(*row) for row in engine.fetch(f"from quarantine_{asked.name} order by all"))
            if keep:
                _keep(engine, asked, keep)
        fresh = report.rows_accepted - same
        return ExtractRead(report.rows_read, fresh, same, report.rows_quarantined, bad)
    finally:
        engine.close()


def kept_columns(path: Path) -> tuple[str, ...]:
    """The columns that a kept extract holds, under our names."""
    engine = Engine()
    try:
        return tuple(row[0] for row in engine.fetch(f"describe select * from read_parquet('{_quoted(path)}')"))
    finally:
        engine.close()


def folder_of(feed_key: str) -> Path:
    """Where a feed's extracts are kept; made when it is not there yet."""
    folder = Path(settings.DATA_DIR) / "feeds" / feed_key
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def waiting_path() -> Path:
    """Where the good rows of a file wait until it is accepted; whoever asked removes them."""
    return _work_folder() / f"{secrets.token_hex(16)}.waiting"


def part_path(feed_key: str, sha256: str) -> Path:
    """Where good rows wait until the change that accepts them is committed."""
    return folder_of(feed_key) / f"{sha256}.part"


def kept_path(feed_key: str, sha256: str) -> Path:
    return folder_of(feed_key) / f"{sha256}.parquet"


def settle(feed_key: str, sha256: str) -> Path | None:
    """The kept file of an accepted extract, or None when it is gone.

    A process that ended between commit and renaming left the whole file under its waiting name.
    """
    kept, waiting = kept_path(feed_key, sha256), part_path(feed_key, sha256)
    if waiting.is_file():
        waiting.replace(kept)
    return kept if kept.is_file() else None


def _unchanged(engine: Engine, asked: Contract, last: Path | None) -> int:
    """Rows that the feed's last file already had, value for value; none when it had other columns."""
    if last is None:
        return 0
    if kept_columns(last) != tuple(asked.mapped):
        return 0
    names = ", ".join(asked.mapped)
    both = f"select {names} from accepted_{asked.name} intersect select {names} from read_parquet('{_quoted(last)}')"
    return int(engine.fetch(f"select count(*) from ({both})")[0][0])


def _keep(engine: Engine, asked: Contract, keep: Path) -> None:
    rows = f"select {', '.join(asked.mapped)} from accepted_{asked.name} order by {KEY}"
    engine.fetch(f"copy ({rows}) to '{_quoted(keep)}' (format parquet, compression zstd)")


@contextmanager
def _scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=_work_folder()) as folder:
        yield Path(folder)


def _work_folder() -> Path:
    folder = Path(settings.DATA_DIR) / "scratch"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def _in_our_words() -> Iterator[None]:
    try:
        yield
    except Unreadable as fault:
        raise Refused(_reason(fault)) from fault


def _reason(fault: Unreadable) -> Reason:
    params = {name: value for name, value in fault.params.items() if name in ("line", "most", "read", "bad")}
    if "columns" in fault.params:
        params["columns"] = ", ".join(fault.params["columns"])
    return Reason(SAID[fault.code], **params)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
