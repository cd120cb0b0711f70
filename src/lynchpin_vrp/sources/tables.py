"""Rows out of CSV files and workbooks, each with the line it stands on; the header is line 1."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from lynchpin_vrp.contract import Feed, Refused
from lynchpin_vrp.sources.files import encoding_of, refuse_unsafe_workbook

MOST_COLUMNS = 300
MOST_CHARACTERS = 100_000  # in one cell; a cell of free text in a real extract stays below 10,000

Line = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: its line, its mapped values in the contract's order, and why its shape is wrong, if it is."""

    line: int
    values: list[str]
    misshapen: str | None


def rows_of(path: Path, kind: str, feed: Feed) -> Iterator[Row]:
    """The mapped values of every row; raises `Refused` for whole-file faults, naming the columns concerned."""
    lines = _csv_lines(path, feed.name) if kind == "csv" else _sheet_lines(path, feed.name)
    header = next(lines, None)
    if header is None:
        raise Refused("no_header", feed=feed.name)
    places = _places([name.strip() for name in header[1]], feed)
    width, empty = len(header[1]), [""] * len(places)
    for line, cells in lines:
        fits = len(cells) == width
        yield Row(line, [cells[at] for at in places] if fits else empty, None if fits else _misshapen(cells, width))


def header_of(path: Path, feed: str) -> list[str]:
    """The column names of a CSV file, without outer spaces; raises `Refused` when it has none."""
    first = next(_csv_lines(path, feed), None)
    if first is None:
        raise Refused("no_header", feed=feed)
    return [name.strip() for name in first[1]]


def refuse_wrong_header(header: list[str], feed: Feed) -> None:
    """Raise `Refused` when mapped columns are missing or named twice."""
    wanted = feed.read.values()
    if missing := sorted(name for name in wanted if name not in header):
        if len(header) == 1 and any(mark in header[0] for mark in ";\t|"):
            raise Refused("wrong_delimiter", feed=feed.name)
        raise Refused("columns_missing", feed=feed.name, columns=missing)
    if doubled := sorted(name for name in wanted if header.count(name) > 1):
        raise Refused("columns_doubled", feed=feed.name, columns=doubled)
    if len(header) > MOST_COLUMNS:
        raise Refused("too_many_columns", feed=feed.name, most=MOST_COLUMNS)


def _places(header: list[str], feed: Feed) -> list[int]:
    refuse_wrong_header(header, feed)
    return [header.index(name) for name in feed.read.values()]


def _misshapen(cells: list[str], width: int) -> str:
    return "row_too_short" if len(cells) < width else "row_too_long"


def _csv_lines(path: Path, feed: str) -> Iterator[Line]:
    csv.field_size_limit(MOST_CHARACTERS)
    with path.open(encoding=encoding_of(path), newline="") as opened:
        reader, line = csv.reader(_without_nul(opened, feed), strict=True), 1
        try:
            for cells in reader:
                if cells:
                    yield line, cells
                line = reader.line_num + 1
        except UnicodeError as fault:
            raise Refused("encoding_unreadable", feed=feed) from fault
        except csv.Error as fault:
            raise Refused(_csv_fault(str(fault)), feed=feed, line=line) from fault


def _without_nul(lines: Iterator[str], feed: str) -> Iterator[str]:
    for line in lines:
        if "\0" in line:
            raise Refused("nul_bytes", feed=feed)
        yield line


def _csv_fault(fault: str) -> str:
    if "field limit" in fault:
        return "cell_too_long"
    return "quote_not_closed" if "unexpected end" in fault else "quote_misplaced"


def _sheet_lines(path: Path, feed: str) -> Iterator[Line]:
    refuse_unsafe_workbook(path, feed)
    try:
        rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except CalamineError as fault:
        raise Refused("workbook_unreadable", feed=feed) from fault
    for line, cells in enumerate(rows, start=1):
        texts = [_text(cell) for cell in cells]
        if any(texts):
            yield line, texts


def _text(cell: object) -> str:
    """A cell as its plain text: whole numbers lose their .0, dates become ISO, as they would in a CSV file."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    if isinstance(cell, (datetime.date, datetime.datetime)):
        return cell.isoformat()
    return str(cell)
