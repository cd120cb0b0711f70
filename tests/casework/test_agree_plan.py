from datetime import date, timedelta

import pytest

from lynchpin.casework.models import Goal, Plan
from lynchpin.casework.use_cases.agree_plan import PlannedGoal, agree_plan
from lynchpin.casework.use_cases.rate_goal import rate_goal
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.support import refused, trail


def test_a_plan_has_its_goals_and_is_looked_at_again_in_six_weeks(world):
    case = world.case(worker=world.worker)
    assert world.plan(case, world.worker, "Sleep better", "Find a course") == 1
    plan = Plan.unscoped.get()
    assert plan.review_on == date(2026, 7, 22)
    assert list(Goal.unscoped.order_by("pk").values_list("in_their_words", "start", "latest")) == [
        ("Sleep better", 3, 3),
        ("Find a course", 3, 3),
    ]
    assert trail("casework.plan_agreed")[-1] == {"case": case.pk, "edition": 1, "goals": 2, "state": "in-force"}


def agreed_again(world, case, *numbers: int) -> Goal:
    """The goal "Sleep better" in a next edition, with where the person says they are now."""
    for number in numbers:
        edition = Plan.unscoped.count()
        goals = [PlannedGoal("Sleep better", number)]
        on = clock.today()
        agree_plan(world.worker, reference=case.reference, version=edition, agreed_on=on, goals=goals, at=clock.now())
    return Goal.unscoped.order_by("-pk")[0]


def test_a_goal_that_goes_on_keeps_where_it_started(world):
    case = world.case(worker=world.worker)
    world.plan(case, world.worker, "Sleep better")
    goal = Goal.unscoped.get()
    rate_goal(world.worker, reference=case.reference, goal_id=goal.pk, version=goal.version, rating=7, at=clock.now())
    carried = agreed_again(world, case, 7)
    assert (carried.start, carried.latest) == (3, 7)
    assert Plan.unscoped.count() == 2, "the first edition stays"


def test_where_somebody_says_they_are_now_is_kept_with_a_goal_that_goes_on(world):
    case = world.case(worker=world.worker)
    world.plan(case, world.worker, "Sleep better")
    carried = agreed_again(world, case, 8)
    assert (carried.start, carried.latest, carried.latest_on) == (3, 8, clock.today())


def test_a_plan_in_force_is_shown_with_where_the_person_is_now(world, as_):
    case = world.case(worker=world.worker)
    world.plan(case, world.worker, "Sleep better")
    agreed_again(world, case, 8)
    form = as_(world.worker).get(f"/casework/{case.reference}/plan/").context["form"]
    assert form["start_1"].value() == "8"


def test_a_plan_typed_over_another_edition_is_stale(world):
    case = world.case(worker=world.worker)
    world.plan(case, world.worker, "Sleep better")
    with pytest.raises(Stale):
        world.plan(case, world.worker, "Find a course", version=0)
    assert Plan.unscoped.count() == 1


def test_a_stale_plan_form_shows_what_is_stored_beside_what_was_typed(world, as_):
    case = world.case(worker=world.worker)
    browser = as_(world.worker)
    address = f"/casework/{case.reference}/plan/"
    assert browser.get(address).status_code == 200
    world.plan(case, world.worker, "Sleep better")
    typed = {
        "version": "0",
        "agreed_on_day": "10",
        "agreed_on_month": "6",
        "agreed_on_year": "2026",
        "words_1": "Find a course",
        "start_1": "2",
    }
    page = browser.post(address, typed)
    text = page.content.decode()
    assert page.status_code == 422 and "Sleep better" in text and "Find a course" in text
    assert browser.post(address, typed | {"version": page.context["form"]["version"].value()}).status_code == 303
    assert Plan.unscoped.count() == 2


def test_a_plan_needs_a_goal(world):
    case = world.case(worker=world.worker)
    with refused("plan_without_goals"):
        agree_plan(world.worker, reference=case.reference, version=0, agreed_on=clock.today(), goals=[], at=clock.now())


@pytest.mark.parametrize(("agreed", "review", "code"), [(1, 40, "agreed_in_future"), (0, 0, "review_before_agreed")])
def test_the_days_of_a_plan_make_sense(world, agreed, review, code):
    case = world.case(worker=world.worker)
    today = clock.today()
    with refused(code):
        agree_plan(
            world.worker,
            reference=case.reference,
            version=0,
            agreed_on=today + timedelta(days=agreed),
            review_on=today + timedelta(days=review),
            goals=[],
            at=clock.now(),
        )


def test_a_colleagues_case_is_not_found(world):
    with pytest.raises(NotFound):
        world.plan(world.case(worker=world.worker), world.actor("engagement-worker", cluster="porth"))


def test_agreeing_a_plan_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        world.plan(world.case(worker=world.worker), world.without(world.worker, "casework.agree_plan"))


def test_a_goal_without_a_number_asks_for_one(world, as_):
    case = world.case(worker=world.worker)
    sent = {
        "version": "0",
        "agreed_on_day": "10",
        "agreed_on_month": "6",
        "agreed_on_year": "2026",
        "words_1": "Sleep better",
    }
    page = as_(world.worker).post(f"/casework/{case.reference}/plan/", sent)
    assert page.status_code == 422 and "Ask the person where they are now" in page.content.decode()


def test_a_manager_may_not_open_the_form(world, as_):
    manager = world.actor("cluster-manager", cluster="porth")
    assert as_(manager).get(f"/casework/{world.case().reference}/plan/").status_code == 403
