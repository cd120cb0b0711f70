"""Cells of a list as HTML. A page of a list has hundreds: drawn by a template each, they took most of the page's time."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.template.base import render_value_in_context
from django.template.context import Context
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime

from lynchpin.face.lists import ShownCell
from lynchpin.face.parts import Tag

NOTHING = "–"
AS_PAGES_DO = Context()  # numbers and text as any page writes them


def cell_html(cell: ShownCell, *, first: bool) -> SafeString:
    """One cell. The first of a row is its heading; on a narrow page each says its column beside it."""
    inside = _linked(cell, _inside(cell))
    if first:
        row_heading = (
            '<th scope="row" role="rowheader" class="govuk-table__header app-cell--{}" data-label="{}">{}</th>'
        )
        return format_html(row_heading, cell.kind, cell.label, inside)
    numeric = " govuk-table__cell--numeric" if cell.kind == "number" else ""
    plain = '<td role="cell" class="govuk-table__cell app-cell--{}{}" data-label="{}">{}</td>'
    return format_html(plain, cell.kind, numeric, cell.label, inside)


def tag_html(tag: Tag) -> SafeString:
    """A status in words."""
    return format_html(
        '<strong class="govuk-tag{}">{}</strong>', f" govuk-tag--{tag.colour}" if tag.colour else "", tag.text
    )


def _inside(cell: ShownCell) -> SafeString | str:
    if cell.kind == "tag":
        return tag_html(cell.tag) if cell.tag else ""
    if cell.kind == "date":
        return _day(cell.value) if cell.value else NOTHING
    return NOTHING if cell.value is None else _written(cell.value)


def _linked(cell: ShownCell, inside: SafeString | str) -> SafeString | str:
    return format_html('<a class="govuk-link" href="{}">{}</a>', cell.href, inside) if cell.href else inside


def _day(value: date) -> SafeString:
    here = localtime(value) if isinstance(value, datetime) and is_aware(value) else value
    return format_html('<time datetime="{}">{}</time>', date_format(here, "Y-m-d"), date_format(here, "j M Y"))


def _written(value: Any) -> str:
    """Escaped, unless it says itself that it is HTML."""
    return render_value_in_context(value, AS_PAGES_DO)
