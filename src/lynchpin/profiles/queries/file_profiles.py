"""What a file is like, for whoever accepts it: each column in counts and patterns, and what goes beyond its feed's bounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lynchpin.organisations.feed_words import field_names
from lynchpin.profiles.feed_terms import FINDINGS
from lynchpin_vrp.sources import FileProfile, Keys
from lynchpin_vrp.sources.profile import NOTHING, OTHERS

MOST_PATTERNS = 4  # of a column, that are shown
IN_HUNDREDTHS = frozenset({"codes_changed", "figures_moved", "shapes_changed"})


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column under our name and the partner's. Shares are whole percents of the file's good rows; `drift` as in its profile.

    `patterns` are (pattern, code or band, share), the commonest first, an empty name for all others; `latest_on` the newest
    day that a column of days tells of.
    """

    name: str
    partner_column: str
    kind: str
    missing: int
    distinct: int
    patterns: tuple[tuple[str, int], ...]
    latest_on: date | None
    drift: float | None


@dataclass(frozen=True, slots=True)
class ShownProfile:
    """`rows` are what would be held, `keys` records against the last file that was accepted."""

    rows: int
    keys: Keys
    columns: tuple[ColumnRow, ...]


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A sentence, and whether it stops the file."""

    sentence: str
    stops: bool


def shown_profile(told: Mapping[str, Any], theirs: Mapping[str, str]) -> ShownProfile | None:
    """A kept profile in the active language; None of a file that was loaded before files were profiled."""
    if not told:
        return None
    profile = FileProfile.read(told)
    names = dict(field_names(tuple(column.column for column in profile.columns)))
    columns = tuple(
        ColumnRow(
            name=names[column.column],
            partner_column=theirs.get(column.column, ""),
            kind=column.kind,
            missing=_percent(column.missing, profile.records),
            distinct=column.distinct,
            patterns=_patterns(column.spread),
            latest_on=date.fromisoformat(column.latest) if column.latest else None,
            drift=column.drift,
        )
        for column in profile.columns
    )
    return ShownProfile(profile.rows, profile.keys, columns)


def shown_findings(kept: Iterable[Mapping[str, Any]]) -> tuple[ShownFinding, ...]:
    """Each finding as a sentence in the active language."""
    found = list(kept)
    names = dict(field_names(tuple({each["column"] for each in found if each["column"]})))
    return tuple(ShownFinding(_sentence(each, names), each["stops"]) for each in found)


def _sentence(found: Mapping[str, Any], names: Mapping[str, str]) -> str:
    figure, bound = found["figure"], found["bound"]
    if found["code"] in IN_HUNDREDTHS:
        figure, bound = figure / 100, bound / 100
    return str(FINDINGS[found["code"]]) % {"column": names.get(found["column"], ""), "figure": figure, "bound": bound}


def _patterns(spread: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The commonest patterns with their shares among the cells that were looked at and are not empty."""
    held = {shape: rows for shape, rows in spread.items() if shape != NOTHING}
    order = sorted((shape for shape in held if shape != OTHERS), key=lambda shape: (-held[shape], shape))[
        :MOST_PATTERNS
    ]
    total, rest = sum(held.values()), sum(held.values()) - sum(held[shape] for shape in order)
    shown = [(shape, _percent(held[shape], total)) for shape in order]
    return tuple([*shown, ("", _percent(rest, total))] if rest else shown)


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0
