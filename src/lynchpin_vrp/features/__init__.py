"""Turns evidence into dated facts, one query a factor; what counts is the catalogue's to say, never this code's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lynchpin_vrp.contract import FACTS as FACT_COLUMNS
from lynchpin_vrp.contract import Feed, FeedReport
from lynchpin_vrp.engine import Step
from lynchpin_vrp.features.catalogue import CATALOGUE, VERSION
from lynchpin_vrp.features.decay import DECAYED, FACTS
from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

__all__ = [
    "CATALOGUE",
    "GATHERING",
    "VERSION",
    "Axis",
    "Decay",
    "Factor",
    "Words",
    "arrivals",
    "asking",
    "carriers",
    "steps",
]

# `observed_on` is when the agency looked: the day of its own snapshot, else the term's end, else the row's last change.
EVIDENCE = Step(
    "gather evidence by person",
    ("stated", "persons"),
    "evidence",
    f"""select person_id, stated.feed, stated.record_id, {", ".join(FACT_COLUMNS)},
        coalesce(recorded_on, term_ended_on, updated_on) as observed_on
    from stated join persons using (uid)""",
)

# By the record that first saw the person there: a settled home is evidence too, and it needs neither a name nor an address.
DWELT = Step(
    "see since when each person is at home",
    ("homes", "stacked"),
    "dwelt",
    """select homes.person_id, seen.feed, seen.record_id, homes.since, homes.until
        from homes join stacked as seen on seen.uid = homes.earliest_uid""",
)

GATHERING = (EVIDENCE, DWELT)


def steps(factors: Sequence[Factor], feeds: Sequence[Feed], as_at: date) -> tuple[Step, ...]:
    """The steps from `stacked`, `persons` and `homes` to `facts`, for the factors in force on the run's date."""
    return (*GATHERING, *asking(factors, feeds, as_at))


def asking(factors: Sequence[Factor], feeds: Sequence[Feed], as_at: date) -> tuple[Step, ...]:
    """The steps from `evidence` and `dwelt` to `facts`: all that depends on the catalogue."""
    counted = [factor for factor in factors if factor.in_force(as_at)]
    asked = Step("note the run's date", (), "asked", f"select date '{as_at}' as as_at")
    return (asked, _factors(counted), _carried(counted, feeds), _observations(counted), DECAYED, FACTS)


def arrivals(feeds: Sequence[Feed], reports: Sequence[FeedReport]) -> Step:
    """A step that notes every declared feed: its rows, its newest day, and the facts that it carries."""
    rows = [
        f"('{feed.name}', {report.rows_accepted}, {_day(report.latest_on)}, [{', '.join(map(_text, feed.facts))}]::varchar[])"
        for feed, report in zip(feeds, reports, strict=True)
    ]
    return _values("note what arrived", "arrivals", "feed, rows_accepted, latest_on, facts", rows)


def carriers(factor: Factor, feeds: Sequence[Feed]) -> tuple[str, ...]:
    """The declared feeds that carry a factor: those with the column that it cannot do without."""
    return tuple(feed.name for feed in feeds if factor.reads[0] in feed.facts)


def _day(day: date | None) -> str:
    return f"date '{day}'" if day else "null::date"


def _text(word: str) -> str:
    return f"'{word}'"


def _factors(factors: Sequence[Factor]) -> Step:
    rows = [
        f"('{f.key}', '{f.axis}', '{f.domain}', '{f.decay}', {f.points}, {f.ages[0]}, {f.ages[1]}, {f.ages[1] - f.ages[0] >= 100})"
        for f in factors
    ]
    columns = "key, axis, domain, decay, most, youngest, oldest, any_age"
    return _values("list the factors in force", "factors", columns, rows)


def _carried(factors: Sequence[Factor], feeds: Sequence[Feed]) -> Step:
    rows = [f"('{factor.key}', '{feed}')" for factor in factors for feed in carriers(factor, feeds)]
    return _values("list the feeds that carry them", "carried", "factor, feed", rows)


def _values(name: str, makes: str, columns: str, rows: Sequence[str]) -> Step:
    nothing = ", ".join(f"null as {column}" for column in columns.split(", "))
    source = f"(values {', '.join(rows)}) as listed({columns})" if rows else f"(select {nothing} where false)"
    return Step(name, (), makes, f"select * from {source}")


def _observations(factors: Sequence[Factor]) -> Step:
    queries = [
        f"select '{factor.key}' as factor, * from ({factor.sql.format(points=factor.points)})" for factor in factors
    ]
    empty = """select '' as factor, 0::bigint as person_id, '' as feed, '' as record_id, '' as value, 0 as points,
        date '1900-01-01' as observed_on where false"""
    return Step(
        "ask every factor", ("evidence", "dwelt", "asked"), "observations", " union all ".join([empty, *queries])
    )
