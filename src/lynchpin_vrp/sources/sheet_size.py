"""How large a sheet of a workbook is, before a reader sets room aside for it.

The reader we use holds the whole rectangle from the first used cell to the last: one stray cell in the last row and column asks for
half a terabyte, and the process ends there. So the rectangle is reckoned from the sheet's own bytes, a piece at a time."""

from __future__ import annotations

import re
from typing import IO

PIECE = 2**20
MOST_IN_A_ROW = 2**24  # bytes; a row of 16,384 cells of our longest texts is far below
ROW = re.compile(rb"<(?:\w+:)?row[\s>/]")
CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
PLACE = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br=["']([A-Za-z]{1,3})(\d{1,9})""")
NUMBER = re.compile(rb"""^[^>]*?\br=["'](\d{1,9})""")


def cells_of(sheet: IO[bytes]) -> int:
    """The cells of the rectangle that reaches to the last row and the last column of an unpacked sheet."""
    rows = width = height = 0
    rest = b""
    while piece := sheet.read(PIECE):
        *whole, rest = ROW.split(rest + piece)
        for row in whole:
            width, height = max(width, _width(row)), max(height, _height(row))
        rows += len(whole)
        if len(rest) > MOST_IN_A_ROW:
            return MOST_IN_A_ROW * MOST_IN_A_ROW
    return max(width, _width(rest)) * max(height, _height(rest), rows)


def _width(row: bytes) -> int:
    """The last column that a row names, or as many as it has cells."""
    named = (_column(letters) for letters, _ in PLACE.findall(row))
    return max(max(named, default=0), len(CELL.findall(row)))


def _height(row: bytes) -> int:
    """The last row number that a row, or a cell in it, bears."""
    own = NUMBER.match(row)
    return max([int(own[1]) if own else 0, *(int(number) for _, number in PLACE.findall(row))])


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
