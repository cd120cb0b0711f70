from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from lynchpin.kernel.calendar import end_of_day
from lynchpin.safeguarding import rules
from lynchpin.safeguarding.choices import ConcernStatus

FRIDAY = datetime(2026, 4, 2, 15, 0, tzinfo=UTC)  # the Thursday before Easter: Friday and Monday are bank holidays


@dataclass
class Concern:
    status: str
    raised_at: datetime = FRIDAY
    written_due_at: datetime | None = None
    acknowledgement_due_on: date | None = None
    decision_due_on: date | None = None


def test_the_table_of_steps_names_every_status():
    assert set(rules.TRANSITIONS) == set(ConcernStatus)
    assert {to for ends in rules.TRANSITIONS.values() for to in ends} <= set(ConcernStatus)


@pytest.mark.parametrize("status", ConcernStatus)
def test_every_open_concern_is_due_for_something(status):
    concern = Concern(status, FRIDAY, FRIDAY, FRIDAY.date(), FRIDAY.date())
    assert (rules.next_due(concern) is None) is (status == ConcernStatus.CLOSED)


def test_writing_is_due_after_24_hours_even_over_easter():
    assert rules.written_due_at(FRIDAY) == FRIDAY + timedelta(hours=24)


def test_seven_working_days_leave_weekends_and_bank_holidays_out():
    assert rules.acknowledgement_due_on(FRIDAY) == date(2026, 4, 15)


def test_one_working_day_over_easter_is_tuesday():
    assert rules.decision_due_on(FRIDAY) == date(2026, 4, 7)


def test_an_acknowledgement_is_overdue_once_its_day_has_closed():
    due = rules.next_due(Concern("confirmed", acknowledgement_due_on=date(2026, 4, 15)))
    assert not due.overdue(end_of_day(date(2026, 4, 15)))
    assert due.overdue(end_of_day(date(2026, 4, 15)) + timedelta(seconds=1))
