"""Turns evidence into dated facts, one query a factor; what counts is the catalogue's to say, never this code's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lynchpin_vrp.contract import FACTS as FACT_COLUMNS
from lynchpin_vrp.contract import Feed
from lynchpin_vrp.engine import Step
from lynchpin_vrp.features.catalogue import CATALOGUE, VERSION
from lynchpin_vrp.features.decay import DECAYED, FACTS
from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

__all__ = ["CATALOGUE", "VERSION", "Axis", "Decay", "Factor", "Words", "carriers", "steps"]

# `observed_on` is when the agency looked: the day of its own snapshot, else the term's end, else the row's last change.
EVIDENCE = Step(
    "gather evidence by person",
    ("stacked", "persons"),
    "evidence",
    f"""select person_id, stacked.feed, stacked.record_id, uid, updated_on, {", ".join(FACT_COLUMNS)},
        coalesce(recorded_on, term_ended_on, updated_on) as observed_on
    from stacked join persons using (uid)""",
)


def steps(factors: Sequence[Factor], feeds: Sequence[Feed], as_at: date) -> tuple[Step, ...]:
    """The steps from `stacked` and `persons` to `facts`, for the factors in force on the run's date."""
    counted = [factor for factor in factors if factor.in_force(as_at)]
    asked = Step("note the run's date", (), "asked", f"select date '{as_at}' as as_at")
    return (asked, _factors(counted), _carried(counted, feeds), EVIDENCE, _observations(counted), DECAYED, FACTS)


def carriers(factor: Factor, feeds: Sequence[Feed]) -> tuple[str, ...]:
    """The declared feeds that carry a factor: those with the column that it cannot do without."""
    return tuple(feed.name for feed in feeds if factor.reads[0] in feed.facts)


def _factors(factors: Sequence[Factor]) -> Step:
    rows = [
        f"('{f.key}', '{f.axis}', '{f.domain}', '{f.decay}', {f.ages[0]}, {f.ages[1]}, {f.ages[1] - f.ages[0] >= 100})"
        for f in factors
    ]
    return _values("list the factors in force", "factors", "key, axis, domain, decay, youngest, oldest, any_age", rows)


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
    empty = """select '' as factor, '' as person_id, '' as feed, '' as record_id, '' as value, 0 as points,
        date '1900-01-01' as observed_on where false"""
    return Step(
        "ask every factor", ("evidence", "homes", "asked"), "observations", " union all ".join([empty, *queries])
    )
