from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NestedUseCase
from lynchpin.people.use_cases.end_cover import end_cover
from tests.people.lending import ended, lent, sees


def test_what_was_lent_gives_no_sight_from_that_day_on(world):
    resident, today = world.resident(), clock.today()
    lent(world.worker, resident, from_on=today - timedelta(days=2), to_on=today + timedelta(days=2))
    assert ended(world.worker, on=today) == 1
    assert [sees(world.worker, resident, today + timedelta(days=day)) for day in (-1, 0, 1)] == [True, False, False]


def test_what_has_not_begun_never_begins(world):
    resident, today = world.resident(), clock.today()
    lent(world.worker, resident, from_on=today + timedelta(days=2), to_on=today + timedelta(days=4))
    ended(world.worker, on=today)
    assert not sees(world.worker, resident, today + timedelta(days=3))


def test_only_a_use_case_may_ask_for_it(world):
    with pytest.raises(NestedUseCase):
        end_cover(world.worker, references=[], holder_ids=[], on=clock.today())
