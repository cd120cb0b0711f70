"""A spreadsheet's first sheet as rows of text, after looking at what it would take to unfold it.

A sheet is unfolded as a whole rectangle, so that one stray cell in the last corner of a tiny file would ask for more than a
machine holds. The cells' own addresses say how far they reach before anything is unfolded.
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
ADDRESS = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})(\d{1,7})["']""")  # of a cell ("AB12"), or of a row ("12")


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
    """Cells in the rectangle from the first corner to the farthest row and column that a part names."""
    farthest_row = farthest_column = 1
    for letters, row in ADDRESS.findall(part):
        farthest_row = max(farthest_row, int(row))
        farthest_column = max(farthest_column, _column(letters))
    return farthest_row * farthest_column


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
