"""As a case closes the person says a last time how near they are to each goal."""

from __future__ import annotations

import pytest

from lynchpin.casework.models import Goal, GoalRating
from lynchpin.kernel import clock
from tests.support import refused, trail


def test_the_person_says_a_last_time_how_near_they_are_to_each_goal(world, as_):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    world.plan(case, world.worker, "Sleep better", "Find a course")
    slept, course = Goal.unscoped.order_by("pk")
    address = f"/outcomes/{case.reference}/close/"
    browser = as_(world.worker)
    form = browser.get(address).context["form"]
    assert list(form.fields)[1:3] == [f"rating_{slept.pk}", f"rating_{course.pk}"], "asked for nobody's word but theirs"
    version = world.again(case.reference).version
    told = {"reason": "moved-away", "version": version, f"rating_{slept.pk}": "0", f"rating_{course.pk}": ""}
    assert browser.post(address, told).status_code == 303
    assert trail("casework.goals_rated") == [{"goals": 1}]
    (kept,) = GoalRating.unscoped.filter(occasion="end")
    assert (kept.goal_id, kept.rating, kept.rated_on) == (slept.pk, 0, clock.today()), (
        "nought is an answer, and nothing is none"
    )
    assert [Goal.unscoped.get(pk=each.pk).latest for each in (slept, course)] == [0, 3]


@pytest.mark.parametrize(("theirs", "code"), [(False, "goal_not_in_plan"), (True, "rating_out_of_range")])
def test_a_rating_of_nobodys_goal_or_beyond_ten_closes_nothing(world, theirs, code):
    case, other = world.case(worker=world.worker), world.case(worker=world.worker)
    for each in (case, other):
        world.plan(each, world.worker, "Sleep better")
    goal = Goal.unscoped.get(case=case if theirs else other)
    with refused(code):
        world.closed(case, world.worker, ratings={goal.pk: 11 if theirs else 5})
    assert world.again(case.reference).status == "open" and not GoalRating.unscoped.filter(occasion="end").exists()
