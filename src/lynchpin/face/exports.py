"""Comma-separated files of lists, safe to open in a spreadsheet.

A cell that begins like a formula is run by a spreadsheet when the file is opened (CWE-1236), so such text gets an
apostrophe in front, which a spreadsheet shows as plain text. Numbers and dates are written as they are.
"""

import csv
import datetime
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, islice
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse

from lynchpin.face.lists import Column
from lynchpin.face.parts import Link, Tag, Text

FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")  # the wide forms count too: some spreadsheets read them as the narrow ones
PART = 2_000  # rows that are written at a time
BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads ŵ and ŷ as two wrong letters each


def csv_bytes(header: Sequence[Text], rows: Iterable[Sequence[Any]]) -> bytes:
    """The file: UTF-8 with a byte-order mark, a header line, then one line a row."""
    return (BYTE_ORDER_MARK + _lines(chain([header], rows))).encode("utf-8")


def csv_response(file_name: str, header: Sequence[Text], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """The file as a download. `file_name` is ours, never what somebody typed."""
    response = HttpResponse(csv_bytes(header, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    response["Cache-Control"] = "no-store"
    return response


def csv_stream(file_name: str, header: Sequence[Text], rows: Iterable[Sequence[Any]]) -> StreamingHttpResponse:
    """The same for very many rows: a few at a time, so that the file is never whole in memory."""
    parts = _in_parts(header, iter(rows))
    response = StreamingHttpResponse(parts, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    response["Cache-Control"] = "no-store"
    return response


def _in_parts(header: Sequence[Text], rows: Iterator[Sequence[Any]]) -> Iterator[bytes]:
    yield csv_bytes(header, islice(rows, PART))
    while part := list(islice(rows, PART)):
        yield _lines(part).encode("utf-8")


def _lines(rows: Iterable[Sequence[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([written(cell) for cell in row] for row in rows)
    return out.getvalue()


def csv_of_list(file_name: str, columns: Sequence[Column], rows: Iterable[Any]) -> HttpResponse:
    """A list's own columns as a download, for all of `rows` and not only the page on the screen."""
    cells = ([column.value(row) for column in columns] for row in rows)
    return csv_response(file_name, [column.label for column in columns], cells)


def written(value: Any) -> str:
    """One cell as text, inert."""
    if value is None:
        return ""
    if isinstance(value, Tag | Link):
        return inert(str(value.text))
    if isinstance(value, bool | int | float | Decimal):
        return str(value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return inert(str(value))


def inert(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would run it."""
    runs = text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)
    return f"'{text}" if runs else text
