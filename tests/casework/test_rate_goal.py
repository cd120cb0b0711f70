from datetime import timedelta

import pytest

from lynchpin.casework import rules
from lynchpin.casework.models import Goal, GoalRating, Plan
from lynchpin.casework.queries.case import case_page
from lynchpin.casework.queries.holders import names_of
from lynchpin.casework.use_cases.agree_plan import PlannedGoal, agree_plan
from lynchpin.casework.use_cases.rate_goal import rate_goal
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale, UngovernedWrite
from tests.casework.counting import statements
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


def test_every_rating_is_kept_with_its_day_its_occasion_and_by_whom(world):
    case = world.case(worker=world.worker)
    goal = goal_of(world, case, world.worker)
    rate(world.worker, case, goal, rating=5)
    agreed = [PlannedGoal("Sleep better", 7)]
    on, at = clock.today(), clock.now()
    agree_plan(world.lead_worker, reference=case.reference, version=1, agreed_on=on, goals=agreed, at=at)
    plan = case_page(world.worker, case.reference).plan
    (told,) = [each.ratings for each in plan.goals]
    assert [(each.rating, each.occasion) for each in told] == [(3, "start"), (5, "between"), (7, "review")]
    names = names_of([world.worker.staff_id, world.lead_worker.staff_id])
    assert [each.by for each in told][1:] == [names[world.worker.staff_id], names[world.lead_worker.staff_id]]
    with pytest.raises(UngovernedWrite):
        GoalRating.unscoped.update(rating=1)


def test_a_goal_with_other_words_has_a_history_of_its_own(world):
    case = world.case(worker=world.worker)
    rate(world.worker, case, goal_of(world, case, world.worker))
    world.plan(case, world.worker, "Find a course", version=1)
    (goal,) = case_page(world.worker, case.reference).plan.goals
    assert [each.rating for each in goal.ratings] == [3]


def test_the_history_is_a_line_and_a_table_on_the_case_page_and_on_the_goals_own(world, as_):
    case = world.case(worker=world.worker)
    goal = goal_of(world, case, world.worker)
    rate(world.worker, case, goal)
    browser = as_(world.worker)
    for address in (f"/casework/{case.reference}/", f"/casework/{case.reference}/goals/{goal.pk}/rate/"):
        text = browser.get(address).content.decode()
        assert "From 0 to 10, oldest first: 3, 6" in text and "Every time they were asked" in text


def test_near_the_review_a_rating_is_most_likely_asked_at_it(world, as_):
    case = world.case(worker=world.worker)
    goal = goal_of(world, case, world.worker)
    review_on = Plan.unscoped.get().review_on
    assert rules.likely_occasion(review_on, clock.today()) == "between"
    assert rules.likely_occasion(review_on, review_on - timedelta(days=7)) == "review"
    page = as_(world.worker).post(
        f"/casework/{case.reference}/goals/{goal.pk}/rate/", {"version": goal.version, "rating": "8", "occasion": "end"}
    )
    assert page.status_code == 303 and GoalRating.unscoped.latest("pk").occasion == "end"


def test_a_case_page_reads_all_histories_at_once(world):
    case = world.case(worker=world.worker)
    world.plan(case, world.worker, "Sleep better")
    few = statements(lambda: case_page(world.worker, case.reference))
    world.plan(case, world.worker, "Sleep better", "Find a course", "See my sister", version=1)
    assert statements(lambda: case_page(world.worker, case.reference)) == few


def test_a_stale_rating_shows_both_by_whom_and_when(world, as_):
    case = world.case(worker=world.worker)
    goal = goal_of(world, case, world.worker)
    address = f"/casework/{case.reference}/goals/{goal.pk}/rate/"
    rate(world.lead_worker, case, goal, rating=4)
    browser = as_(world.worker)
    page = browser.post(address, {"version": goal.version, "rating": "9"})
    assert page.status_code == 422
    (both,) = page.context["form"].differences
    assert (both.stored, both.typed, both.at) == ("4", "9", clock.now())
    assert both.by in page.content.decode()
    again = {"version": page.context["form"]["version"].value(), "rating": "9"}
    assert browser.post(address, again).status_code == 303
    assert list(GoalRating.unscoped.order_by("pk").values_list("rating", flat=True)) == [3, 4, 9], "neither is lost"
