"""What a file really is, decided from its bytes: the name given to it is only ever compared with them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from lynchpin_vrp.contract import Refused
from lynchpin_vrp.sources.sheet_size import cells_of

KINDS = {".csv": "csv", ".txt": "csv", ".xlsx": "xlsx", ".parquet": "parquet"}

# First bytes of files that are not text. PK is shared by workbooks and plain archives; the parts inside tell them apart.
SIGNATURES = (
    (b"PK\x03\x04", "zip"),
    (b"PAR1", "parquet"),
    (b"\xd0\xcf\x11\xe0", "old_workbook"),
    (b"\x1f\x8b", "compressed"),
    (b"BZh", "compressed"),
    (b"7z\xbc\xaf", "compressed"),
    (b"Rar!", "compressed"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"%PDF", "document"),
)
MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
WEB = (b"<!doctype", b"<html", b"<?xml")

MOST_BYTES = 4 * 2**30  # a national extract of 17 million rows is about 3 GB
MOST_UNPACKED = 2**30
MOST_CELLS = 50_000_000  # of a sheet, empty ones between others included; a full sheet of 40 columns has 42 million
SHEETS = "xl/worksheets/"
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    EOFError,
    OSError,
)  # RuntimeError: a password, or a method not known
MOST_RATIO = 200  # real workbooks of repetitive rows reach about 40


def kind_of_file(path: Path, feed: str) -> str:
    """`csv`, `xlsx` or `parquet`; raises `Refused` when the content is something else or disagrees with the name."""
    if not path.is_file():
        raise Refused("file_missing", feed=feed)
    size, head = path.stat().st_size, _head(path)
    if not size:
        raise Refused("file_empty", feed=feed)
    if size > MOST_BYTES:
        raise Refused("file_too_large", feed=feed, most=MOST_BYTES)
    named, found = KINDS.get(path.suffix.lower()), _content(path, head)
    if found == "xlsx" and named == "csv":
        raise Refused("spreadsheet_named_csv", feed=feed)
    if found not in KINDS.values():
        raise Refused("not_a_table", feed=feed, found=found)
    if named != found:
        raise Refused("name_disagrees_with_content", feed=feed, found=found)
    return found


def encoding_of(path: Path) -> str:
    """The encoding that a byte-order mark names, else UTF-8: legacy code pages are never guessed."""
    head = _head(path)
    return next((name for mark, name in MARKS if head.startswith(mark)), "utf-8")


def refuse_unsafe_workbook(path: Path, feed: str) -> None:
    """Raise `Refused` for a workbook that is damaged or locked, for macros, outside entities and odd part names, and for one that
    unpacks to far more than it is."""
    try:
        _look_into(path, feed)
    except DAMAGED as fault:
        raise Refused("workbook_unreadable", feed=feed) from fault


def _look_into(path: Path, feed: str) -> None:
    with zipfile.ZipFile(path) as packed:
        parts = packed.infolist()
        if any(reason := _why_unsafe(part) for part in parts):
            raise Refused("workbook_unsafe", feed=feed, why=reason)
        if sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise Refused("workbook_unsafe", feed=feed, why="unpacks_too_large")
        if any(_declares_entities(packed, part) for part in parts if part.filename.endswith((".xml", ".rels"))):
            raise Refused("workbook_unsafe", feed=feed, why="entities")
        if any(_cells(packed, part) > MOST_CELLS for part in parts if part.filename.startswith(SHEETS)):
            raise Refused("workbook_unsafe", feed=feed, why="unpacks_too_large")


def _cells(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    with packed.open(part) as sheet:
        return cells_of(sheet)


def _why_unsafe(part: zipfile.ZipInfo) -> str | None:
    if part.filename.startswith(("/", "\\")) or ".." in Path(part.filename).parts:
        return "odd_part_name"
    if part.filename.lower().endswith(("vbaproject.bin", ".exe", ".dll")):
        return "macros"
    if part.file_size > MOST_RATIO * max(part.compress_size, 1024):
        return "unpacks_too_large"
    return None


def _declares_entities(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    with packed.open(part) as opened:
        return b"<!DOCTYPE" in opened.read(4096)


def _head(path: Path) -> bytes:
    with path.open("rb") as opened:
        return opened.read(512)


def _content(path: Path, head: bytes) -> str:
    found = next((kind for signature, kind in SIGNATURES if head.startswith(signature)), None)
    if found == "zip":
        return "xlsx" if "xl/workbook.xml" in _part_names(path) else "compressed"
    if found:
        return found
    return "web_page" if head.lstrip().lower().startswith(WEB) else "csv"


def _part_names(path: Path) -> Iterator[str] | list[str]:
    try:
        with zipfile.ZipFile(path) as packed:
            return packed.namelist()
    except zipfile.BadZipFile:
        return []
