"""What is done by the clock: when it is due, once, and again after whoever did it was killed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta
from threading import Barrier

import pytest
from django.db import connection

from lynchpin.kernel import rounds
from lynchpin.kernel.models import Round as Kept
from lynchpin.kernel.rounds import Round, do_due, standing

AT = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

pytestmark = pytest.mark.django_db


def counted(said: list[datetime], **when) -> Round:
    def run(at: datetime) -> str:
        said.append(at)
        return f"{len(said)} done."

    return Round("a", run, **(when or {"every": HOUR}))


def looked(each: Round, at: datetime) -> list[str]:
    return [done.told for done in do_due([each], now=lambda: at)]


def test_it_is_done_when_it_is_due_and_not_before():
    each = counted([])
    assert looked(each, AT) == ["1 done."], "one that was never done is due"
    assert looked(each, AT + HOUR - MINUTE) == []
    assert looked(each, AT + HOUR) == ["2 done."]


def test_after_a_long_stop_it_is_done_once_and_not_for_every_hour_that_passed():
    each = counted([])
    looked(each, AT)
    assert looked(each, AT + 9 * DAY) == ["2 done."]
    assert looked(each, AT + 9 * DAY + MINUTE) == []


@pytest.mark.parametrize(
    ("at", "due"),
    [
        (
            datetime(2026, 10, 24, 12, tzinfo=UTC),
            datetime(2026, 10, 25, 4, tzinfo=UTC),
        ),  # the clocks go back that night
        (datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 3, 29, 3, tzinfo=UTC)),  # and forward that one
        (datetime(2026, 6, 10, 2, 59, tzinfo=UTC), datetime(2026, 6, 10, 3, tzinfo=UTC)),
        (datetime(2026, 6, 10, 3, 0, tzinfo=UTC), datetime(2026, 6, 11, 3, tzinfo=UTC)),
    ],
)
def test_nightly_is_once_a_local_day_whatever_the_clocks_do(at, due):
    assert counted([], nightly=time(4, 0)).due_after(at).astimezone(UTC) == due


def test_one_that_fails_keeps_none_of_the_others_back_and_goes_again_when_due(caplog):
    def fall(at: datetime) -> str:
        raise ValueError("Morgan Prosser")

    said: list[datetime] = []
    both = [Round("falls", fall, every=HOUR), counted(said)]
    assert [(done.name, done.failed) for done in do_due(both, now=lambda: AT)] == [("falls", True), ("a", False)]
    assert "Morgan" not in caplog.text and caplog.records[0].round == "falls"
    row = Kept.objects.get(name="falls")
    assert (row.failed, row.told, row.due_at) == (True, "", AT + HOUR)


def test_whoever_was_killed_in_the_middle_is_followed_after_an_hour():
    each = counted([], nightly=time(4, 0))
    Kept.objects.create(name="a", began_at=AT, due_at=each.due_after(AT))
    assert looked(each, AT + rounds.GIVEN_UP - MINUTE) == []
    assert looked(each, AT + rounds.GIVEN_UP) == ["1 done."]


def test_a_nightly_one_that_failed_goes_again_within_the_hour():
    def fall(at: datetime) -> str:
        raise ValueError

    list(do_due([Round("falls", fall, nightly=time(4, 0))], now=lambda: AT))
    assert Kept.objects.get(name="falls").due_at == AT + rounds.GIVEN_UP


def test_how_each_stands_is_told_without_doing_it():
    each = counted([])
    (never,) = standing([each], at=AT)
    assert (never.began_at, never.due_at, never.told) == (None, AT, "")
    looked(each, AT)
    (done,) = standing([each], at=AT + MINUTE)
    assert (done.began_at, done.ended_at, done.due_at, done.told) == (AT, AT, AT + HOUR, "1 done.")


@pytest.mark.django_db(transaction=True)
def test_of_several_that_look_at_once_one_does_it():
    said: list[datetime] = []
    each, ready = counted(said), Barrier(4)
    looked(each, AT - DAY)

    def look(_number: int) -> list[str]:
        ready.wait(10)
        try:
            return looked(each, AT)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(look, range(4)))
    assert sorted(told) == [[], [], [], ["2 done."]]
