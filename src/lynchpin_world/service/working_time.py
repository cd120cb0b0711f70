"""Working days and hours in Wales, by rule, so that the package needs no calendar from elsewhere."""

from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

MONDAY, SATURDAY = 0, 5


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The eight bank holidays of Wales, with the days that stand in for those at a weekend."""
    easter = easter_sunday(year)
    mondays_in_may = [date(year, 5, day) for day in range(1, 32) if date(year, 5, day).weekday() == MONDAY]
    last_of_august = max(date(year, 8, day) for day in range(25, 32) if date(year, 8, day).weekday() == MONDAY)
    days = {
        easter - timedelta(days=2),
        easter + timedelta(days=1),
        mondays_in_may[0],
        mondays_in_may[-1],
        last_of_august,
    }
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        days.add(_first_free_weekday(fixed, days))
    return frozenset(days)


def _first_free_weekday(day: date, taken: set[date]) -> date:
    while day.weekday() >= SATURDAY or day in taken:
        day += timedelta(days=1)
    return day


def easter_sunday(year: int) -> date:
    """Western Easter by the anonymous Gregorian reckoning."""
    century, golden = year // 100, year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 4) % 7
    shift = epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114
    return date(year, shift // 31, shift % 31 + 1)


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


def working_day_on_or_after(day: date) -> date:
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def later(day: date, working_days: int) -> date:
    """The day that many working days on."""
    for _ in range(working_days):
        day = working_day_on_or_after(day + timedelta(days=1))
    return day


def in_working_hours(day: date, rng: Random) -> datetime:
    """A moment between nine and five, on a five-minute mark; no time zone: it is the clock on the wall."""
    return datetime.combine(day, time(9 + rng.randrange(8), 5 * rng.randrange(12)))
