from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NestedUseCase
from lynchpin.people.models import Involvement
from lynchpin.people.models.residents import residents_in_sight
from lynchpin.people.use_cases.cover_involvement import cover_involvement
from tests.people.lending import lent, sees

LENT = {"people.read_resident": True, "people.amend_resident": False}


def test_sight_is_lent_from_a_day_to_a_day_and_not_for_the_28_days_after(world):
    resident, today = world.resident(), clock.today()
    lent(world.worker, resident, from_on=today + timedelta(days=1), to_on=today + timedelta(days=3))
    seen = [sees(world.worker, resident, today + timedelta(days=day)) for day in range(5)]
    assert seen == [False, True, True, True, False]


def test_whoever_covers_asks_how_it_is_safe_to_be_in_touch_and_changes_nothing_else(world):
    resident, today = world.resident(), clock.today()
    lent(world.worker, resident, from_on=today, to_on=today)
    may = {
        code: sees(world.worker, resident, today, f"people.{code}")
        for code in ("record_safe_contact", "amend_resident", "begin_own_record")
    }
    assert may == {"record_safe_contact": True, "amend_resident": False, "begin_own_record": False}


def test_nobody_is_with_somebody_because_they_cover(world):
    resident, today = world.resident(), clock.today()
    lent(world.worker, resident, from_on=today, to_on=today)
    assert not Involvement.unscoped.filter(ended_on__isnull=True).exists()


def test_only_a_use_case_may_ask_for_it(world):
    days = {"from_on": clock.today(), "to_on": clock.today()}
    with pytest.raises(NestedUseCase):
        cover_involvement(world.worker, resident_id=1, reference="C-2345-6789", holder_id=1, **days)


@pytest.mark.parametrize("first", ["people.read_resident", "people.amend_resident"])
def test_what_one_question_of_a_page_is_lent_is_not_remembered_for_another(world, first):
    resident, today = world.resident(), clock.today()
    lent(world.worker, resident, from_on=today, to_on=today)
    page = world.worker.afresh()
    seen = {code: residents_in_sight(page.bound_to(code)) for code in (first, *LENT)}
    assert {code: resident.pk in ids for code, ids in seen.items()} == LENT
