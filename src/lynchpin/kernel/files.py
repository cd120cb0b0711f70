"""A file as a table of text. What it is, its content says and not its name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import dropwhile

from lynchpin.kernel.errors import Reason, Refused
from lynchpin.kernel.sheets import sheet_rows

LARGEST_MEGABYTES = 5
MOST_ROWS = 5000
SPREADSHEET = b"PK\x03\x04"
DELIMITERS = ",;\t"
LINES_ABOVE = 10  # a table begins by then
WRITTEN = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y")  # the ways in which a day is written in a file


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a file: the line on which it starts, counted as a person would, and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file's header and rows."""

    header: tuple[str, ...]
    rows: tuple[Line, ...]


def read_table(content: bytes) -> Table:
    """The first sheet of a spreadsheet, or CSV in UTF-8. Refused, with a reason, when it is neither or is not whole."""
    if len(content) > LARGEST_MEGABYTES * 2**20:
        raise Refused(Reason("file_too_large", megabytes=LARGEST_MEGABYTES))
    lines = _without_title([line for line in _lines(content) if any(line.cells)])
    if len(lines) < 2:
        raise Refused(Reason("file_empty"))
    if len(lines) > MOST_ROWS + 1:
        raise Refused(Reason("file_too_many_rows", rows=MOST_ROWS))
    header = _header(lines[0].cells)
    return Table(header, tuple(_fitted(line, len(header)) for line in lines[1:]))


def day_written(text: str) -> date | None:
    """The day that a cell holds, day before month; None where it holds no day."""
    for form in WRITTEN:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  (a day has no zone)
        except ValueError:
            continue
    return None


def _lines(content: bytes) -> Iterator[Line]:
    return _sheet(content) if content.startswith(SPREADSHEET) else _csv(_text(content))


def _text(content: bytes) -> str:
    if b"\0" in content:
        raise Refused(Reason("file_not_text" if content.startswith((b"\xd0\xcf", b"%PDF")) else "file_holds_nul"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(Reason("file_encoding")) from None


def _csv(text: str) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    starts = 1
    try:
        for cells in reader:
            yield Line(starts, tuple(cell.strip() for cell in cells))
            starts = reader.line_num + 1
    except csv.Error:
        raise Refused(Reason("file_ragged", line=starts)) from None


def _delimiter(text: str) -> str:
    """What parts the cells of the first line that has any: a title above the table has none."""
    heads = text.split("\n", LINES_ABOVE)[:LINES_ABOVE]
    first = next((line for line in heads if any(mark in line for mark in DELIMITERS)), "")
    return max(DELIMITERS, key=first.count)


def _sheet(content: bytes) -> Iterator[Line]:
    return (Line(number, cells) for number, cells in enumerate(sheet_rows(content), start=1))


def _without_title(lines: list[Line]) -> list[Line]:
    """The lines from the header on: a title above a table stands alone in its line, and a header does not."""
    if not any(_filled(line) > 1 for line in lines):
        return lines
    return list(dropwhile(lambda line: _filled(line) < 2, lines))


def _filled(line: Line) -> int:
    return sum(map(bool, line.cells))


def _header(cells: Sequence[str]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    for number, name in enumerate(cells, start=1):
        if not name:
            raise Refused(Reason("file_header_empty", column=number))
        first = _place(cells, name)
        if first < number:
            raise Refused(Reason("file_header_twice", first=first, second=number))
    return tuple(cells)


def _place(cells: Iterable[str], name: str) -> int:
    return next(number for number, cell in enumerate(cells, start=1) if cell.casefold() == name.casefold())


def _fitted(line: Line, width: int) -> Line:
    """Empty cells at the end may be left out, or be too many; anything else is another number of cells."""
    if any(line.cells[width:]) or (len(line.cells) < width and len(line.cells) < 2):
        raise Refused(Reason("file_ragged", line=line.number))
    return Line(line.number, (*line.cells[:width], *[""] * (width - len(line.cells))))
