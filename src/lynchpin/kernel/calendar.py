"""Working days and hours in Wales. Bank holidays come from a library that others keep right."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache

import holidays

from lynchpin.kernel.clock import LOCAL

OPENS, CLOSES = time(9), time(17)
SATURDAY = 5


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Bank holidays of Wales in a year, substitute days included."""
    return frozenset(holidays.country_holidays("GB", subdiv="WLS", years=year))


def is_working_day(day: date, closures: frozenset[date] = frozenset()) -> bool:
    """Whether the service works on this day; `closures` are its own closed days."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year) and day not in closures


def add_working_days(start: date, days: int, closures: frozenset[date] = frozenset()) -> date:
    """The date `days` working days after `start`; with 0, `start` itself or the next working day."""
    if days < 0:
        raise ValueError("days cannot be negative")
    day = start
    while days or not is_working_day(day, closures):
        day += timedelta(days=1)
        days -= bool(days) and is_working_day(day, closures)
    return day


def working_days_between(start: date, end: date, closures: frozenset[date] = frozenset()) -> int:
    """Working days after `start` up to and including `end`; negative when `end` is before `start`."""
    if end < start:
        return -working_days_between(end, start, closures)
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_working_day(day, closures) for day in days)


def start_of_day(day: date) -> datetime:
    """When the working day opens, aware."""
    return datetime.combine(day, OPENS, LOCAL)


def end_of_day(day: date) -> datetime:
    """When the working day closes, aware: the moment a deadline of that date passes."""
    return datetime.combine(day, CLOSES, LOCAL)


def add_working_minutes(start: datetime, minutes: int, closures: frozenset[date] = frozenset()) -> datetime:
    """The moment `minutes` working minutes after an aware `start`, where the service works; a wall clock, so that the
    hour that October repeats adds none."""
    if minutes < 0:
        raise ValueError("minutes cannot be negative")
    day, left = start.astimezone(LOCAL), timedelta(minutes=minutes)
    while True:
        if is_working_day(day.date(), closures):
            opens, closes = _hours(day.date())
            begins = max(day, opens)
            if left < closes - begins or timedelta(0) < left == closes - begins:
                return begins + left
            left -= max(closes - begins, timedelta(0))
        day = datetime.combine(day.date() + timedelta(days=1), time.min, LOCAL)


def working_minutes_between(start: datetime, end: datetime, closures: frozenset[date] = frozenset()) -> int:
    """Working minutes from one aware moment to another; negative when `end` is before `start`."""
    if end < start:
        return -working_minutes_between(end, start, closures)
    first, last = start.astimezone(LOCAL), end.astimezone(LOCAL)
    spent = timedelta(0)
    for day in (first.date() + timedelta(days=n) for n in range((last.date() - first.date()).days + 1)):
        if is_working_day(day, closures):
            opens, closes = _hours(day)
            spent += max(min(last, closes) - max(first, opens), timedelta(0))
    return int(spent.total_seconds() // 60)


def _hours(day: date) -> tuple[datetime, datetime]:
    """When a working day opens and closes. Both carry the same zone, so that arithmetic between them is of the wall clock."""
    return datetime.combine(day, OPENS, LOCAL), datetime.combine(day, CLOSES, LOCAL)
