"""When a file is stopped although it can be read: bounds as data, and what in a file's profile goes beyond them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lynchpin_vrp.contract import FeedReport, Kind
from lynchpin_vrp.sources.profile import LEAST_COMPARED, ColumnProfile, FileProfile
from lynchpin_vrp.sources.shapes import CODED

# Numbers that belong to one person; the others may be shared by a family, a home or a hostel.
PERSONAL = frozenset({"nhs_number", "nino", "upn"})
SHAREABLE = frozenset({"address", "email", "phone", "uprn"})
LIKE_FIGURES = frozenset({Kind.BIRTH_DATE, Kind.DATE, Kind.PERCENT, Kind.COUNT})

# A value counts as shared by too many only where it stands out: in a nation's file every birth date has hundreds of holders.
OUTSTANDING = 5  # times the mean number of rows of a value
GREAT_SHARE = 0.2  # of all rows that hold any value
LEAST_EQUAL = 5  # rows: two of a family whose numbers were typed once are no stop


@dataclass(frozen=True, slots=True)
class StopRule:
    """The bounds of a feed. Percents are whole; `drift` is hundredths of the population stability index; the rest are rows.

    The defaults are proposals of November 2026: a tenth of bad rows, a file that doubles or halves, a drift that scorecards
    call great, and values that no more people than a school has can share.
    """

    bad_percent: int = 10
    grown_percent: int = 200
    shrunk_percent: int = 50
    drift: int = 25
    same_number: int = 100
    shared: int = 1000


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that goes beyond a bound: what, in which column, by how much. `stops` is False for a warning."""

    code: str
    column: str
    figure: int
    bound: int
    stops: bool = True


def findings(report: FeedReport, now: FileProfile, last: FileProfile | None, rule: StopRule) -> tuple[Finding, ...]:
    """What goes beyond the bounds in a file that was read, those that stop it first."""
    found = [*_rows(report, rule), *_size(now, last, rule)]
    found += [finding for column in now.columns for finding in (*_drifted(column, rule), *_shared(column, rule))]
    return tuple(sorted(found, key=lambda each: (not each.stops, each.code, each.column)))


def _rows(report: FeedReport, rule: StopRule) -> Iterator[Finding]:
    if 100 * report.rows_quarantined > rule.bad_percent * report.rows_read:
        yield Finding("bad_rows", "", _percent(report.rows_quarantined, report.rows_read), rule.bad_percent)


def _size(now: FileProfile, last: FileProfile | None, rule: StopRule) -> Iterator[Finding]:
    """A file that grows or shrinks as no agency does overnight; a small one may."""
    if last is None or max(now.rows, last.rows) < LEAST_COMPARED:
        return
    percent = _percent(now.rows, max(last.rows, 1))
    if percent >= rule.grown_percent:
        yield Finding("grown", "", percent, rule.grown_percent)
    if percent <= rule.shrunk_percent:
        yield Finding("shrunk", "", percent, rule.shrunk_percent)


def _drifted(column: ColumnProfile, rule: StopRule) -> Iterator[Finding]:
    """Other patterns or codes stop a file: the column may mean something else. Other figures are worth a look."""
    drift = round(100 * (column.drift or 0))
    if drift > rule.drift:
        figures = Kind(column.kind) in LIKE_FIGURES
        yield Finding("figures_moved" if figures else _changed(column), column.column, drift, rule.drift, not figures)


def _changed(column: ColumnProfile) -> str:
    return "codes_changed" if Kind(column.kind) in CODED else "shapes_changed"


def _shared(column: ColumnProfile, rule: StopRule) -> Iterator[Finding]:
    most = column.most_shared
    if (
        column.column in PERSONAL
        and most >= LEAST_EQUAL
        and (most >= rule.same_number or most > GREAT_SHARE * column.held)
    ):
        yield Finding("number_shared", column.column, most, rule.same_number)
    stands_out = most >= rule.shared and (
        most * column.distinct >= OUTSTANDING * column.held or most > GREAT_SHARE * column.held
    )
    if stands_out and column.column == "birth_date":
        yield Finding("birth_date_shared", column.column, most, rule.shared)
    if stands_out and column.column in SHAREABLE:
        yield Finding("value_shared", column.column, most, rule.shared, stops=False)


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole)
