"""What a scorecard counts, as pure arithmetic over the traces that records leave in a quarter.

Three questions of results-based accountability: how much was done, how well, and is anyone better off. People are counted
once. These are the service's own customers: nothing here is ever added to a figure about the population.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from lynchpin.casework.rules import CONTACT_RHYTHM, conversation_by
from lynchpin.outcomes.rules import Quarter


@dataclass(frozen=True, slots=True)
class CaseTrace:
    """What one case left behind by the end of a quarter. Counts are of the quarter; days may be earlier."""

    case_id: int
    resident_id: int
    cluster: str
    opened_on: date
    allocated_on: date | None
    ended_on: date | None
    contacts: int = 0
    conversations: int = 0
    plans: int = 0
    first_conversation_on: date | None = None
    first_plan_on: date | None = None
    last_contact_on: date | None = None
    aimed_at: frozenset[str] = field(default=frozenset())
    achieved: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Count:
    """How many, of how many where that has a meaning, and the cases that a reader finds behind the number."""

    key: str
    number: int
    of: int | None
    cases: frozenset[int]


Traces = Iterable[CaseTrace]


def people_worked_with(traces: Traces, quarter: Quarter, on: date) -> Count:
    """Distinct people with a case open on any day of the quarter."""
    found = [trace for trace in traces if _open_in(trace, quarter)]
    return Count("people", _people(found), None, _cases(found))


def contacts_made(traces: Traces, quarter: Quarter, on: date) -> Count:
    """Contacts that reached the person."""
    found = [trace for trace in traces if trace.contacts]
    return Count("contacts", sum(trace.contacts for trace in found), None, _cases(found))


def conversations_held(traces: Traces, quarter: Quarter, on: date) -> Count:
    """What-matters conversations."""
    found = [trace for trace in traces if trace.conversations]
    return Count("conversations", sum(trace.conversations for trace in found), None, _cases(found))


def plans_agreed(traces: Traces, quarter: Quarter, on: date) -> Count:
    """Plans agreed, each edition once."""
    found = [trace for trace in traces if trace.plans]
    return Count("plans", sum(trace.plans for trace in found), None, _cases(found))


def asked_in_time(traces: Traces, quarter: Quarter, on: date) -> Count:
    """Of the people whose worker's ten working days ended in the quarter, those asked by then what matters to them."""
    due = [
        trace for trace in traces if trace.allocated_on and _within(conversation_by(trace.allocated_on), quarter, on)
    ]
    asked = [trace for trace in due if trace.first_conversation_on and _in_time(trace)]
    return Count("asked", _people(asked), _people(due), _cases(due))


def with_a_plan(traces: Traces, quarter: Quarter, on: date) -> Count:
    """Of the people with a worker in the quarter, those with an agreed plan by its end."""
    held = [trace for trace in traces if _open_in(trace, quarter) and trace.allocated_on]
    planned = [trace for trace in held if trace.first_plan_on]
    return Count("planned", _people(planned), _people(held), _cases(held))


def in_rhythm(traces: Traces, quarter: Quarter, on: date) -> Count:
    """Of the people with a worker on the quarter's last day (or today), those spoken with in the fourteen days before."""
    day = min(quarter.ends_on, on)
    held = [trace for trace in traces if trace.allocated_on and trace.allocated_on <= day and not _ended_by(trace, day)]
    recent = [trace for trace in held if trace.last_contact_on and trace.last_contact_on >= day - CONTACT_RHYTHM]
    return Count("rhythm", _people(recent), _people(held), _cases(held))


def better_off(traces: Traces, quarter: Quarter, measure: str) -> Count:
    """Of the people worked with who aimed at a measure or reached it, those who reached it in the quarter."""
    aimed = [t for t in traces if measure in t.achieved or (measure in t.aimed_at and _open_in(t, quarter))]
    reached = [trace for trace in aimed if measure in trace.achieved]
    return Count(measure, _people(reached), _people(aimed), _cases(reached))


HOW_MUCH: tuple[Callable[[Traces, Quarter, date], Count], ...] = (
    people_worked_with,
    contacts_made,
    conversations_held,
    plans_agreed,
)
HOW_WELL: tuple[Callable[[Traces, Quarter, date], Count], ...] = (asked_in_time, with_a_plan, in_rhythm)


def counted(traces: Traces, quarter: Quarter, on: date, measures: Iterable[str]) -> Mapping[str, Count]:
    """Every count of a scorecard by its key, in the order in which it is read."""
    kept = list(traces)
    counts = [count(kept, quarter, on) for count in (*HOW_MUCH, *HOW_WELL)]
    return {each.key: each for each in (*counts, *(better_off(kept, quarter, key) for key in measures))}


def _open_in(trace: CaseTrace, quarter: Quarter) -> bool:
    return trace.opened_on <= quarter.ends_on and not (trace.ended_on and trace.ended_on < quarter.starts_on)


def _ended_by(trace: CaseTrace, day: date) -> bool:
    return trace.ended_on is not None and trace.ended_on <= day


def _within(day: date, quarter: Quarter, on: date) -> bool:
    return quarter.starts_on <= day <= min(quarter.ends_on, on)


def _in_time(trace: CaseTrace) -> bool:
    allocated_on, asked_on = trace.allocated_on, trace.first_conversation_on
    return bool(allocated_on and asked_on and asked_on <= conversation_by(allocated_on))


def _people(traces: Traces) -> int:
    return len({trace.resident_id for trace in traces})


def _cases(traces: Traces) -> frozenset[int]:
    return frozenset(trace.case_id for trace in traces)
