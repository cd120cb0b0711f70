"""Partner files: read and profiled by profiling's own reader, cut down to the agreed columns, kept in the data folder under their hash."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lynchpin.kernel.errors import Reason, Refused
from lynchpin.profiles.file_store import MOST_CELLS, aside_path, kept_columns, quoted, work_folder
from lynchpin_vrp import Feed as Contract
from lynchpin_vrp import Quarantined
from lynchpin_vrp import Refused as Unreadable
from lynchpin_vrp.contract import OPERATION
from lynchpin_vrp.engine import Engine
from lynchpin_vrp.sources import FileProfile, Finding, findings, profile_file
from lynchpin_vrp.sources import StopRule as StopRule
from lynchpin_vrp.sources import load_feed as read_feed

KEY = "record_id"  # always kept: without it no row can be told from another
MEMORY = "256MB"  # of one reading; what does not fit waits on disk

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
    """What a file holds: rows read, accepted (new or changed), unchanged since the last file, and the cells put aside.

    `profile` is what it is like beside the last file, `findings` what goes beyond the bounds of its feed. Of very many cells
    put aside only the first are here.
    """

    rows_read: int
    rows_accepted: int
    rows_unchanged: int
    rows_quarantined: int
    quarantined: tuple[Quarantined, ...]
    profile: FileProfile
    findings: tuple[Finding, ...]

    @property
    def is_stopped(self) -> bool:
        return any(finding.stops for finding in self.findings)


@dataclass(frozen=True, slots=True)
class LastFile:
    """What a file is compared with: the kept rows of the feed's last one, or None where they are gone, and its profile."""

    rows: Path | None = None
    profile: FileProfile | None = None


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file's bytes. Raises `Refused` when there is no file."""
    if not path.is_file():
        raise Refused(Reason("extract_missing"))
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def contract(feed: Any, fields: Collection[str], path: Path) -> Contract:
    """How a file is to be read: the feed's columns, less those that its agreement does not name."""
    agreed = {KEY, OPERATION, *fields}
    columns = {ours: theirs for ours, theirs in feed.columns.items() if ours in agreed}
    facts = {ours: theirs for ours, theirs in feed.facts.items() if ours in agreed}
    return Contract(feed.key, path, columns, facts, float(feed.trust), feed.operations)


def read(asked: Contract, *, as_at: date, last: LastFile, rule: StopRule, keep: Path | None) -> ExtractRead:
    """Read a file and compare it with the feed's last one; write what would be held to `keep` when that is given.

    Raises `Refused` when the whole file is no good.
    """
    engine = Engine()
    try:
        with _scratch() as folder, _in_our_words():
            _spill_into(engine, folder)
            report = read_feed(engine, asked, as_at=as_at, scratch=folder, whole=last.rows)
            engine.forget_order()  # lines are told by now
            profile = profile_file(engine, asked, as_at=as_at, last=last.profile, whole=last.rows)
            same = _unchanged(asked, profile, report.rows_accepted, last.rows)
            bad = engine.fetch(f"from quarantine_{asked.name} order by all limit {MOST_CELLS}")
            if keep:
                _keep(engine, asked, keep)
        return ExtractRead(
            rows_read=report.rows_read,
            rows_accepted=report.rows_accepted - same,
            rows_unchanged=same,
            rows_quarantined=report.rows_quarantined,
            quarantined=tuple(Quarantined(*row) for row in bad),
            profile=profile,
            findings=findings(report, profile, last.profile, rule),
        )
    finally:
        engine.close()


def _unchanged(asked: Contract, profile: FileProfile, accepted: int, last: Path | None) -> int:
    """Rows that the feed's last file already had, value for value; none when it had other columns."""
    if asked.sends_changes:
        keys = profile.keys
        return max(accepted - keys.new - keys.changed - keys.gone, 0)
    same_columns = last is not None and kept_columns(last) == tuple(asked.mapped)
    return profile.keys.same if same_columns else 0


def _keep(engine: Engine, asked: Contract, keep: Path) -> None:
    rows = f"select {', '.join(asked.mapped)} from accepted_{asked.name} order by {KEY}"
    engine.fetch(f"copy ({rows}) to '{quoted(keep)}' (format parquet, compression zstd)")
    if engine.count(f"quarantine_{asked.name}") > MOST_CELLS:
        engine.fetch(f"copy quarantine_{asked.name} to '{quoted(aside_path(keep))}' (format parquet, compression zstd)")


def _spill_into(engine: Engine, folder: Path) -> None:
    engine.fetch(f"set memory_limit='{MEMORY}'")
    engine.fetch(f"set temp_directory='{quoted(folder)}'")


@contextmanager
def _scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=work_folder()) as folder:
        yield Path(folder)


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
