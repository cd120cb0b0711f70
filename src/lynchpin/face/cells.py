"""Cells of a list as HTML. A page of a list has hundreds: drawn by a template each, they took most of the page's time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.template.base import render_value_in_context
from django.template.context import Context
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime

from lynchpin.face.lists import Cell, Column
from lynchpin.face.parts import Tag

NOTHING = "–"
AS_PAGES_DO = Context()  # numbers and text as any page writes them


@dataclass(frozen=True, slots=True)
class Drawn:
    """A column, and what is the same in every cell of it."""

    column: Column
    start: SafeString
    element: str


def rows_html(columns: Sequence[Column], rows: Iterable[Any]) -> SafeString:
    """The rows of a list. The first cell of a row is its heading; on a narrow page each says its column beside it."""
    drawn = [_drawn(column, first=not place) for place, column in enumerate(columns)]
    cells = (format_html_join("\n", "{}{}</{}>", _cells(drawn, row)) for row in rows)
    return format_html_join("", '<tr class="govuk-table__row" role="row">{}</tr>', ((each,) for each in cells))


def _drawn(column: Column, *, first: bool) -> Drawn:
    if first:
        start = '<th scope="row" role="rowheader" class="govuk-table__header app-cell--{}" data-label="{}">'
        return Drawn(column, format_html(start, column.kind, column.label), "th")
    numeric = " govuk-table__cell--numeric" if column.kind == Cell.NUMBER else ""
    start = '<td role="cell" class="govuk-table__cell app-cell--{}{}" data-label="{}">'
    return Drawn(column, format_html(start, column.kind, numeric, column.label), "td")


def _cells(drawn: Iterable[Drawn], row: Any) -> Iterator[tuple[SafeString, SafeString | str, str]]:
    for each in drawn:
        inside = _inside(each.column.kind, each.column.value(row))
        yield each.start, _linked(each.column.href(row) if each.column.href else "", inside), each.element


def tag_html(tag: Tag) -> SafeString:
    """A status in words."""
    return format_html(
        '<strong class="govuk-tag{}">{}</strong>', f" govuk-tag--{tag.colour}" if tag.colour else "", tag.text
    )


def _inside(kind: Cell, value: Any) -> SafeString | str:
    if kind == Cell.TAG:
        return tag_html(value) if isinstance(value, Tag) else ""
    if kind == Cell.DATE:
        return _day(value) if value else NOTHING
    return NOTHING if value is None else _written(value)


def _linked(href: str, inside: SafeString | str) -> SafeString | str:
    return format_html('<a class="govuk-link" href="{}">{}</a>', href, inside) if href else inside


def _day(value: date) -> SafeString:
    here = localtime(value) if isinstance(value, datetime) and is_aware(value) else value
    return format_html('<time datetime="{}">{}</time>', f"{here:%Y-%m-%d}", date_format(here, "j M Y"))


def _written(value: Any) -> str:
    """Escaped, unless it says itself that it is HTML."""
    return render_value_in_context(value, AS_PAGES_DO)
