"""A spreadsheet's first sheet as rows of text, after looking at what it would take to unfold it.

A sheet is unfolded as a whole rectangle, so that one stray cell in the last corner of a tiny file would ask for more than a
machine holds. The cells' own addresses say how far they reach before anything is unfolded, and so does their number: a row or
a cell without an address stands next to the one before it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from lynchpin.kernel.errors import Reason, Refused

LARGEST_UNPACKED = 100 * 2**20  # bytes: a small spreadsheet can unpack to more than a machine holds
FARTHEST = 2_000_000  # cells of the rectangle: the most rows that are taken, 400 columns wide
WORKBOOK = "xl/workbook.xml"
MOST_DOWN, MOST_ACROSS = 2**20, 2**14  # rows and columns that the format itself has
ADDRESS = re.compile(rb"""\br\s*=\s*["']([A-Za-z]*)(\d+)["']""")  # of a cell ("AB12"), or of a row ("12")
MOST_DIGITS, MOST_LETTERS = 8, 4  # of an address; one more of each than the format has is farther than all of it
BEGINS = re.compile(rb"<(?:[^\s<>/:]+:)?(row|c)(?=[\s/>])")  # of a row, or of a cell in it


def sheet_rows(content: bytes) -> Iterator[tuple[str, ...]]:
    """Rows of text. Refused, with a reason, when it is no spreadsheet or would unfold to too much."""
    try:
        _refuse_what_unfolds_too_far(content)
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, CalamineError, IndexError, NotImplementedError, RuntimeError):
        raise Refused(Reason("file_not_text")) from None
    return (tuple(_cell(value) for value in row) for row in rows)


def _refuse_what_unfolds_too_far(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            raise Refused(Reason("file_unfolds_too_far"))
        if WORKBOOK not in packed.namelist() or "content.xml" in packed.namelist():
            raise Refused(Reason("file_not_text"))
        if any(_reach(packed.read(part)) > FARTHEST for part in parts):
            raise Refused(Reason("file_unfolds_too_far"))


def _reach(part: bytes) -> int:
    """Cells in the rectangle from the first corner to the farthest row and column that a part names or counts.

    What mixes addresses with none can reach twice as far down and across, and not farther.
    """
    rows, columns = _counted(part)
    for letters, row in ADDRESS.findall(part):
        rows = max(rows, int(row.lstrip(b"0")[:MOST_DIGITS] or 0))
        columns = max(columns, _column(letters[:MOST_LETTERS]))
    return rows * columns if rows <= MOST_DOWN and columns <= MOST_ACROSS else FARTHEST + 1


def _counted(part: bytes) -> tuple[int, int]:
    """How many rows a part has, and how many cells its longest row; at least one of each."""
    rows = longest = cells = 0
    for begun in BEGINS.finditer(part):
        if begun[1] == b"row":
            rows, cells = rows + 1, 0
        elif rows:  # a part without rows may list cells too, such as the order in which they are worked out
            cells += 1
            longest = max(longest, cells)
    return max(rows, 1), max(longest, 1)


def _column(letters: bytes) -> int:
    """The number of a column by its letters, from 1; 0 for none."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _cell(value: Any) -> str:
    """A spreadsheet's cell as it would stand in a CSV file."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\0", "").strip()
