"""By when: rules that hold between two days, and the working days that a step may take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Protocol, TypeVar

from lynchpin.frontdoor.choices import ClockStep, Urgency
from lynchpin.kernel import calendar

# Working days to decide where no dated rule is loaded. Source: the reference pack's proposal, 2016-04-01.
DECIDE_WITHIN: Mapping[str, int] = MappingProxyType({Urgency.SAME_DAY: 0, Urgency.SOON: 1, Urgency.ROUTINE: 3})


class Dated(Protocol):
    """A rule that holds between two days, the last one included."""

    valid_from: date
    valid_to: date | None


class Clock(Dated, Protocol):
    """So many working days for a step."""

    step: str
    urgency: str
    working_days: int


Rule = TypeVar("Rule", bound=Dated)


def holding(rules: Iterable[Rule], on: date) -> list[Rule]:
    """The rules in force on a day, the latest first."""
    held = (rule for rule in rules if rule.valid_from <= on and (rule.valid_to is None or on <= rule.valid_to))
    return sorted(held, key=lambda rule: rule.valid_from, reverse=True)


def decide_by(clocks: Iterable[Clock], urgency: str, received_on: date) -> date:
    """The working day by whose end a referral of this urgency is decided."""
    held = (clock for clock in holding(clocks, received_on) if clock.step == ClockStep.DECIDE)
    days = next((clock.working_days for clock in held if clock.urgency == urgency), DECIDE_WITHIN[urgency])
    return calendar.add_working_days(received_on, days)


def read_on(received_on: date) -> date:
    """The working day on which what was sent is read: the next one, always, so that the promise is one that is kept."""
    return calendar.add_working_days(received_on, 1)
