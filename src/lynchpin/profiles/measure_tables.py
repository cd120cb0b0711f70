"""A report laid out for reading: alerts first, then each part as one table, and its groups for those who ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lynchpin.profiles.measure_text import (
    Row,
    alert_texts,
    between_text,
    figure,
    group_label,
    left_out_text,
    measure_label,
    part_label,
    value_text,
)
from lynchpin.profiles.measure_words import KINDS, MEASURES, PARTS

MOST_LINES = 5  # of one measure in the table of everybody; more are shown to those who ask


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of one group: what, of how many, how much, and between what it lies with 95 per cent."""

    what: str
    of: str
    value: str
    between: str


@dataclass(frozen=True, slots=True)
class Table:
    """Lines under one caption."""

    key: str
    caption: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report: everybody together, and tables by group."""

    key: str
    title: str
    lines: tuple[Line, ...]
    groups: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All of it. `left_out` are sentences, each once."""

    alerts: tuple[str, ...]
    parts: tuple[Part, ...]
    left_out: tuple[str, ...]


def laid_out(report: Mapping[str, Any], feeds: Mapping[str, str]) -> Report:
    """A report as profiling wrote it; `feeds` are names by key."""
    rows = report["measures"]
    return Report(
        alerts=tuple(alert_texts(rows, feeds)),
        parts=tuple(part for each in PARTS if (part := _part(*each, rows, feeds)) is not None),
        left_out=tuple(dict.fromkeys(left_out_text(one) for one in report["left_out"])),
    )


def _part(key: str, title: Any, codes: tuple[str, ...], rows: Iterable[Row], feeds: Mapping[str, str]) -> Part | None:
    mine = sorted((row for row in rows if row["code"] in codes), key=lambda row: codes.index(row["code"]))
    whole = [row for row in mine if not row["group_kind"]]
    long = {code for code in codes if sum(row["code"] == code for row in whole) > MOST_LINES}
    lines = tuple(_line(measure_label(row, feeds), row) for row in whole if row["code"] not in long)
    of_code = [_of_code(code, whole, feeds) for code in codes if code in long]
    of_kind = [_of_kind(key, kind, mine, feeds) for kind in KINDS if any(row["group_kind"] == kind for row in mine)]
    return Part(key, str(title), lines, (*of_code, *of_kind)) if mine else None


def _of_code(code: str, rows: Iterable[Row], feeds: Mapping[str, str]) -> Table:
    """One measure of many things, such as of each feed: its name stands over them once."""
    lines = tuple(_line(part_label(row["part"], feeds), row) for row in rows if row["code"] == code)
    return Table(f"of-{code}", str(MEASURES.get(code, code)), lines)


def _of_kind(key: str, kind: str, rows: Iterable[Row], feeds: Mapping[str, str]) -> Table:
    mine = [row for row in rows if row["group_kind"] == kind]
    lines = tuple(_line(_of_group(row, feeds), row) for row in mine)
    return Table(f"{key}-{kind}", str(KINDS[kind]), lines)


def _of_group(row: Row, feeds: Mapping[str, str]) -> str:
    label = measure_label(row, feeds)
    return f"{label} – {group_label(row)}" if row["group"] else label


def _line(what: str, row: Row) -> Line:
    return Line(what, figure(row["count"], "number"), value_text(row), between_text(row))
