import pytest

from lynchpin.casework.models import Goal
from lynchpin.casework.use_cases.rate_goal import rate_goal
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.support import refused, trail


def goal_of(world, case, worker):
    world.plan(case, worker, "Sleep better")
    return Goal.unscoped.get()


def rate(worker, case, goal, rating=6):
    return rate_goal(
        worker, reference=case.reference, goal_id=goal.pk, version=goal.version, rating=rating, at=clock.now()
    )


def test_the_newest_rating_stands_beside_the_first(world):
    case = world.case(worker=world.worker)
    goal = goal_of(world, case, world.worker)
    rate(world.worker, case, goal)
    assert (Goal.unscoped.get().start, Goal.unscoped.get().latest) == (3, 6)
    assert trail("casework.goal_rated")[-1] == {"case": case.pk, "rating": 6, "start": 3, "occasion": "between"}


def test_a_rating_beyond_ten_is_refused(world):
    case = world.case(worker=world.worker)
    with refused("rating_out_of_range"):
        rate(world.worker, case, goal_of(world, case, world.worker), rating=11)


def test_only_goals_of_the_plan_in_force_are_rated(world):
    case = world.case(worker=world.worker)
    goal = goal_of(world, case, world.worker)
    world.plan(case, world.worker, "Find a course", version=1)
    with refused("goal_not_in_plan"):
        rate(world.worker, case, goal)


def test_a_stale_rating_is_not_kept(world):
    case = world.case(worker=world.worker)
    goal = goal_of(world, case, world.worker)
    rate(world.worker, case, goal)
    with pytest.raises(Stale):
        rate(world.worker, case, goal, rating=1)


def test_a_goal_of_another_case_is_not_found(world):
    case, other = world.case(worker=world.worker), world.case(worker=world.worker)
    goal = goal_of(world, case, world.worker)
    with pytest.raises(NotFound):
        rate(world.worker, other, goal)


def test_a_colleagues_case_is_not_found(world):
    case = world.case(worker=world.worker)
    goal = goal_of(world, case, world.worker)
    with pytest.raises(NotFound):
        rate(world.actor("engagement-worker", cluster="porth"), case, goal)


def test_rating_needs_its_permission(world):
    case = world.case(worker=world.worker)
    goal = goal_of(world, case, world.worker)
    with pytest.raises(NotPermitted):
        rate(world.without(world.worker, "casework.rate_goal"), case, goal)


def test_the_worker_rates_a_goal_on_its_page(world, as_):
    case = world.case(worker=world.worker)
    goal = goal_of(world, case, world.worker)
    browser = as_(world.worker)
    address = f"/casework/{case.reference}/goals/{goal.pk}/rate/"
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"version": goal.version, "rating": "8"}).status_code == 303
    assert Goal.unscoped.get().latest == 8


def test_a_manager_may_not_open_the_page(world, as_):
    case = world.case(worker=world.worker)
    goal = goal_of(world, case, world.worker)
    manager = world.actor("cluster-manager", cluster="porth")
    assert as_(manager).get(f"/casework/{case.reference}/goals/{goal.pk}/rate/").status_code == 403
