"""Two editions of a plan in words."""

from lynchpin.casework.models import Goal
from lynchpin.casework.queries.comparing import compared_plans
from lynchpin.casework.use_cases.agree_plan import PlannedGoal, agree_plan
from lynchpin.kernel import clock
from tests.casework.counting import statements


def agreed(world, case, *goals: PlannedGoal) -> None:
    edition = len(set(Goal.unscoped.filter(case=case).values_list("plan_id", flat=True)))
    on = {"agreed_on": clock.today(), "at": clock.now()}
    agree_plan(world.worker, reference=case.reference, version=edition, goals=list(goals), **on)


def two_editions(world):
    case = world.case(worker=world.worker)
    agreed(world, case, PlannedGoal("Sleep better", 3, "Ring the doctor"), PlannedGoal("Find a course", 2))
    agreed(world, case, PlannedGoal("Sleep better", 7, "Walk each day"), PlannedGoal("See my sister", 1, "Write"))
    return case


def test_goals_that_came_went_and_changed_are_said_in_words(world, as_):
    case = two_editions(world)
    text = as_(world.worker).get(f"/casework/{case.reference}/plan/1/2/").content.decode()
    for said in (
        "First step: before “Ring the doctor”, now “Walk each day”.",
        "They were at 3 out of 10 and are at 7.",
        "New goal",
        "No longer a goal",
        "See my sister",
        "Find a course",
    ):
        assert said in text


def test_a_goal_that_stays_as_it_was_says_so(world):
    case = world.case(worker=world.worker)
    for _ in range(2):
        agreed(world, case, PlannedGoal("Sleep better", 3, "Ring the doctor"))
    (goal,) = compared_plans(world.worker, case.reference, 1, 2).goals
    assert goal.unchanged


def test_the_case_page_leads_to_what_changed(world, as_):
    case = two_editions(world)
    assert (
        f"/casework/{case.reference}/plan/1/2/"
        in as_(world.worker).get(f"/casework/{case.reference}/").content.decode()
    )


def test_editions_that_do_not_exist_are_not_found(world, as_):
    case = two_editions(world)
    browser = as_(world.worker)
    assert browser.get(f"/casework/{case.reference}/plan/1/3/").status_code == 404
    assert browser.get(f"/casework/{case.reference}/plan/5/2/").status_code == 404


def test_who_may_not_read_notes_reads_no_plan(world, as_):
    case = two_editions(world)
    assert as_(world.central).get(f"/casework/{case.reference}/").status_code == 200
    assert as_(world.central).get(f"/casework/{case.reference}/plan/1/2/").status_code == 404


def test_more_goals_and_editions_cost_no_more_statements(world):
    case = two_editions(world)
    few = statements(lambda: compared_plans(world.worker, case.reference, 1, 2))
    agreed(world, case, *(PlannedGoal(f"Goal {number}", number) for number in range(3)))
    assert statements(lambda: compared_plans(world.worker, case.reference, 2, 3)) == few <= 30
