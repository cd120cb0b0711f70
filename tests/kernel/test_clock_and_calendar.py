from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lynchpin.kernel import calendar, clock

DAYS = st.dates(date(2016, 1, 1), date(2035, 12, 31))


def test_a_held_clock_stands_still_and_lets_go():
    at = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    with clock.held(at):
        assert clock.now() == at == clock.now()
    assert clock.now() != at


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), date(2026, 7, 1)),  # summer time: already tomorrow in Wales
        (datetime(2026, 1, 31, 23, 30, tzinfo=UTC), date(2026, 1, 31)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), date(2026, 10, 25)),  # the night the clocks go back
    ],
)
def test_todays_date_is_the_local_one(at, day):
    assert clock.local_date(at) == day


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 12, 25), "Christmas Day"),
        (date(2026, 12, 28), "Boxing Day falls on a Saturday, so Monday is kept"),
        (date(2026, 4, 6), "Easter Monday"),
        (date(2022, 9, 19), "the state funeral"),
        (date(2026, 6, 13), "a Saturday"),
    ],
)
def test_the_service_does_not_work_on(day, why):
    assert not calendar.is_working_day(day), why


def test_a_day_that_is_a_holiday_only_in_scotland_is_worked():
    assert calendar.is_working_day(date(2026, 11, 30))


def test_three_working_days_over_easter():
    assert calendar.add_working_days(date(2026, 4, 2), 3) == date(2026, 4, 9)


def test_a_closure_is_skipped():
    assert calendar.add_working_days(date(2026, 6, 8), 1, frozenset({date(2026, 6, 9)})) == date(2026, 6, 10)


@given(DAYS, st.integers(0, 60))
def test_adding_and_counting_working_days_agree(start, days):
    end = calendar.add_working_days(start, days)
    assert calendar.is_working_day(end)
    if days:
        assert calendar.working_days_between(start, end) == days


def test_an_end_of_day_is_five_o_clock_in_wales_in_summer_and_winter():
    assert calendar.end_of_day(date(2026, 7, 1)).astimezone(UTC).hour == 16
    assert calendar.end_of_day(date(2026, 12, 1)).astimezone(UTC).hour == 17
