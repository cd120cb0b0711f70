"""By when: rules that hold between two days, and which clock runs after which step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Protocol, TypeVar

from lynchpin.frontdoor.choices import ClockStep, ClockUnit, TimelineKind, Urgency
from lynchpin.kernel import calendar
from lynchpin.kernel.clock import LOCAL, local_date
from lynchpin.kernel.errors import Reason

# Working days for a step where no dated rule is loaded. Source: the reference pack's proposal, 2016-04-01.
WITHIN: Mapping[str, int] = MappingProxyType(
    {
        ClockStep.ACKNOWLEDGE: 1,
        ClockStep.DECIDE: 3,
        ClockStep.ALLOCATE: 2,
        ClockStep.FIRST_TRY: 5,
        ClockStep.PROVIDER_ANSWER: 10,
    }
)
DECIDE_WITHIN: Mapping[str, int] = MappingProxyType({Urgency.SAME_DAY: 0, Urgency.SOON: 1, Urgency.ROUTINE: 3})
MINUTES_AN_HOUR = 60
ANSWER_STEP = ClockStep.PROVIDER_ANSWER.value
ALL_STEPS = frozenset(ClockStep)


class Dated(Protocol):
    """A rule that holds between two days, the last one included."""

    valid_from: date
    valid_to: date | None


class Clock(Dated, Protocol):
    """So many working days, or working hours, for a step; for every route where none is named."""

    key: str
    step: str
    urgency: str
    route: str
    limit: int
    unit: str


Rule = TypeVar("Rule", bound=Dated)
Closures = frozenset[date]


@dataclass(frozen=True, slots=True)
class ClockMove:
    """What a step of the timeline does to the clocks: those that it stops, and those that it starts."""

    stops: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()


_ENDS_ALL = ClockMove(stops=ALL_STEPS)
CLOCK_MOVES: Mapping[str, ClockMove] = MappingProxyType(
    {
        TimelineKind.RECEIVED: ClockMove(
            starts=(ClockStep.DECIDE,)
        ),  # whoever sends it reads on the screen that it has come
        TimelineKind.LISTED: ClockMove(starts=(ClockStep.ACKNOWLEDGE, ClockStep.DECIDE)),
        TimelineKind.ACKNOWLEDGED: ClockMove(stops=frozenset({ClockStep.ACKNOWLEDGE})),
        TimelineKind.SCREENED: ClockMove(stops=frozenset({ClockStep.ACKNOWLEDGE})),
        TimelineKind.ROUTED: ClockMove(ALL_STEPS, (ClockStep.ALLOCATE,)),
        TimelineKind.WORKER_NAMED: ClockMove(frozenset({ClockStep.ALLOCATE}), (ClockStep.FIRST_TRY,)),
        TimelineKind.APPROACH: ClockMove(stops=frozenset({ClockStep.FIRST_TRY})),
        TimelineKind.MET: ClockMove(stops=frozenset({ClockStep.FIRST_TRY})),
        TimelineKind.BROKERED: ClockMove(ALL_STEPS, (ClockStep.PROVIDER_ANSWER,)),
        TimelineKind.PROVIDER_ACCEPTED: _ENDS_ALL,
        TimelineKind.RETURNED: ClockMove(ALL_STEPS, (ClockStep.DECIDE,)),
        TimelineKind.ANSWERED: _ENDS_ALL,
        TimelineKind.PASSED_ON: _ENDS_ALL,
        TimelineKind.PERSONS_NO: _ENDS_ALL,
        TimelineKind.OPEN_OFFER: _ENDS_ALL,
        TimelineKind.ENDED: _ENDS_ALL,
        TimelineKind.HELPED: _ENDS_ALL,
        TimelineKind.VOIDED: _ENDS_ALL,
        TimelineKind.JOINED: _ENDS_ALL,
    }
)


def holding(rules: Iterable[Rule], on: date) -> list[Rule]:
    """The rules in force on a day, the latest first."""
    held = (rule for rule in rules if rule.valid_from <= on and (rule.valid_to is None or on <= rule.valid_to))
    return sorted(held, key=lambda rule: rule.valid_from, reverse=True)


def rule_for(clocks: Iterable[Clock], step: str, urgency: str, route: str, on: date) -> Clock | None:
    """The rule of a step on a day: one for this route before one for every route, this urgency before routine."""
    held = [clock for clock in holding(clocks, on) if clock.step == step and clock.route in (route, "")]
    for wanted in (urgency, Urgency.ROUTINE):
        fitting = [clock for clock in held if clock.urgency == wanted]
        if fitting:
            return max(fitting, key=lambda clock: clock.route != "")
    return None


def due_at(
    rule: Clock | None, step: str, urgency: str, began_at: datetime, closures: Closures = frozenset()
) -> datetime:
    """When a clock that began at a moment runs out. What begins after a day has closed begins the next morning."""
    began_at = calendar.add_working_minutes(began_at, 0, closures)
    if rule is not None and rule.unit == ClockUnit.HOUR:
        return calendar.add_working_minutes(began_at, rule.limit * MINUTES_AN_HOUR, closures)
    return calendar.end_of_day(calendar.add_working_days(local_date(began_at), _days(rule, step, urgency), closures))


def minutes_left(due_at: datetime, now: datetime, closures: Closures = frozenset()) -> int:
    """Working minutes to the end of a clock; negative when it has passed."""
    return calendar.working_minutes_between(now, due_at, closures)


def pushed(due_at: datetime, paused_at: datetime, now: datetime, closures: Closures = frozenset()) -> datetime:
    """When a clock that stood still from one moment to another runs out: as much later as was worked in between."""
    stood = calendar.working_minutes_between(paused_at, now, closures)
    if due_at <= paused_at or not stood:
        return due_at
    return calendar.add_working_minutes(due_at, stood, closures)


def closed_after(due_at: datetime, closures: Closures) -> datetime:
    """When a clock runs out once a working day within it is closed: at the same hour, a working day later."""
    due_on = calendar.add_working_days(local_date(due_at), 1, closures)
    return datetime.combine(due_on, due_at.astimezone(LOCAL).time(), LOCAL)


def why_not_pause(paused: Sequence[datetime | None]) -> Reason | None:
    """Clocks stand still once; `paused` says of each that runs since when it has stood still."""
    if not paused:
        return Reason("no_clock_runs")
    return Reason("clock_stands_already") if any(paused) else None


def why_not_resume(paused: Sequence[datetime | None]) -> Reason | None:
    """Only what stands still can run again."""
    if not paused:
        return Reason("no_clock_runs")
    return None if any(paused) else Reason("clock_runs_already")


def why_not_close_day(closed_on: date, today: date, closures: Closures) -> Reason | None:
    """A day is closed before it is past, and only where somebody would have worked."""
    if closed_on < today:
        return Reason("closed_day_past")
    return None if calendar.is_working_day(closed_on, closures) else Reason("closed_day_not_worked")


def decide_by(clocks: Iterable[Clock], urgency: str, received_at: datetime, closures: Closures = frozenset()) -> date:
    """The working day by whose end a referral of this urgency is decided."""
    rule = rule_for(clocks, ClockStep.DECIDE, urgency, "", local_date(received_at))
    return local_date(due_at(rule, ClockStep.DECIDE, urgency, received_at, closures))


def read_on(received_on: date, closures: Closures = frozenset()) -> date:
    """The working day on which what was sent is read: the next one, always, so that the promise is one that is kept."""
    return calendar.add_working_days(received_on, 1, closures)


def _days(rule: Clock | None, step: str, urgency: str) -> int:
    if rule is not None:
        return rule.limit
    return DECIDE_WITHIN[urgency] if step == ClockStep.DECIDE else WITHIN[step]
