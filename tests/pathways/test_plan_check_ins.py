from datetime import date, datetime

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.clock import LOCAL
from lynchpin.kernel.errors import NestedUseCase
from lynchpin.pathways.models import CheckIn
from lynchpin.pathways.rules import check_in_dates
from lynchpin.pathways.use_cases.plan_check_ins import plan_check_ins
from lynchpin.people.models import Involvement
from tests.support import trail


def ended(world, reason="goals-reached", **facts):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    if reason.startswith("stepped"):
        world.handed_over(case, world.worker)
    world.closed(case, world.worker, reason=reason, no_outcome_because="Too early to say", **facts)
    return case


@pytest.mark.parametrize("reason", ["goals-reached", "stepped-down"])
def test_a_good_end_is_asked_about_three_times(world, reason):
    case = ended(world, reason)
    planned = world.check_ins_of(case)
    assert [(each.point, each.due_on.isoformat(), each.state) for each in planned] == [
        ("6-weeks", "2026-07-22", "due"),
        ("12-weeks", "2026-09-02", "due"),
        ("6-months", "2026-12-10", "due"),
    ]
    assert {each.holder_id for each in planned} == {world.worker.staff_id}
    assert trail("pathways.check_ins_planned")[0]["holder"] == world.worker.staff_id


@pytest.mark.parametrize("reason", ["persons-no", "moved-away", "died", "no-reply", "stepped-up"])
def test_any_other_end_is_left_in_peace(world, reason):
    assert world.check_ins_of(ended(world, reason)) == []


def test_the_lead_and_the_worker_stay_with_the_person_the_lead_first(world):
    case = ended(world)
    series = world.check_ins_of(case)[0].series
    held = Involvement.unscoped.filter(reference=series, ended_on=None).order_by("pk")
    assert list(held.values_list("holder_id", flat=True)) == [world.lead_worker.staff_id, world.worker.staff_id]


@pytest.mark.parametrize(
    ("start", "half_a_year_on"),
    [
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 6, 30)),
    ],
)
def test_six_months_on_is_the_same_day_or_the_months_last(start, half_a_year_on):
    assert check_in_dates(start)["6-months"] == half_a_year_on


def test_the_clock_change_in_october_moves_no_day(world):
    world.colleagues_since(datetime(2026, 5, 1, 9, tzinfo=LOCAL))
    with clock.held(datetime(2026, 10, 25, 0, 30, tzinfo=LOCAL)):  # summer time ends an hour and a half later
        case = ended(world)
        assert world.check_ins_of(case)[0].due_on == date(2026, 12, 6)


def test_only_a_use_case_may_ask_for_it(world):
    with pytest.raises(NestedUseCase):
        plan_check_ins(world.worker, reference="C-2222-2222", on=clock.today())
    assert not CheckIn.unscoped.exists()
