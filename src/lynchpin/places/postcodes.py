"""Postcodes: their one written form, and the files that say which small area each lies in. Pure."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable, Iterator, Sequence

from lynchpin.kernel.errors import Reason, Refused

# Headers in small letters: of the Welsh Government's lookup made for its index of 2019, of the Office for National
# Statistics' postcode lookup, and of lists cut from them. Areas are those of 2011, of which clusters are made.
POSTCODE_HEADERS = ("welsh postcode", "pcds", "postcode")
AREA_HEADERS = ("lsoa code", "lsoa11", "lsoa11cd")

POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}")
WELSH = re.compile(r"W01\d{6}")
ELSEWHERE = re.compile(r"[A-Z]\d{8}|95[A-Z\d]{6}|")  # other countries' codes, theirs for islands, and none at all


def compact(postcode: str) -> str:
    """A postcode in capitals and without spaces, so that it is found however it was typed."""
    return "".join(postcode.split()).upper()


def read_postcodes(lines: Iterable[bytes]) -> dict[str, str]:
    """Postcode -> small-area code of every Welsh row, read line by line; other countries' rows are left out.

    Raises `Refused`, naming the first column or line that cannot be read; never the postcode, which can be a person's.
    """
    try:
        found = _kept(csv.reader(codecs.iterdecode(lines, "utf-8-sig")))
    except (UnicodeDecodeError, csv.Error):
        raise Refused(Reason("place_file_unreadable")) from None
    if not found:
        raise Refused(Reason("postcodes_empty"))
    return found


def _kept(rows: Iterator[list[str]]) -> dict[str, str]:
    places = _columns(next(rows, []))
    found: dict[str, str] = {}
    for line, cells in enumerate(rows, start=2):
        pair = _pair(cells, places, line) if any(cells) else None
        if pair and found.setdefault(pair[0], pair[1]) != pair[1]:
            raise Refused(Reason("postcodes_twice", line=line))
    return found


def _columns(header: Sequence[str]) -> tuple[int, int]:
    """Where the postcode and the small area stand."""
    named = [cell.strip().lower() for cell in header]
    return _column(named, POSTCODE_HEADERS, "pcds"), _column(named, AREA_HEADERS, "lsoa11")


def _column(header: Sequence[str], known: Sequence[str], name: str) -> int:
    found = [header.index(each) for each in known if each in header]
    if not found:
        raise Refused(Reason("postcodes_wrong_columns", column=name))
    return found[0]


def _pair(cells: Sequence[str], places: tuple[int, int], line: int) -> tuple[str, str] | None:
    """A row's postcode and small area; nothing when it lies outside Wales."""
    if len(cells) <= max(places):
        raise Refused(Reason("postcodes_wrong_row", line=line))
    postcode, area = compact(cells[places[0]]), cells[places[1]].strip()
    if not POSTCODE.fullmatch(postcode) or not (WELSH.fullmatch(area) or ELSEWHERE.fullmatch(area)):
        raise Refused(Reason("postcodes_wrong_row", line=line))
    return (postcode, area) if WELSH.fullmatch(area) else None
