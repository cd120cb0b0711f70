import pytest

from lynchpin.pathways.models import PlaceMove
from lynchpin.pathways.use_cases.step_up import step_up
from tests.pathways.moving import refuses_what_no_move_allows, works_on_its_page
from tests.support import refused, trail


@pytest.fixture
def place(world):
    return world.place(world.case(worker=world.worker), world.worker)


def test_a_step_up_keeps_which_tests_were_met(world, place):
    world.tested(place, world.worker, wants_to_start=True)
    after = world.moved(step_up, place, world.worker, to_step="PH2")
    assert (after.step, after.state) == ("PH2", "on")
    move = PlaceMove.unscoped.order_by("-pk").first()
    assert (move.kind, move.from_step, move.to_step, move.tests_met) == ("up", "PH1", "PH2", ["wants_to_start"])
    assert trail("pathways.stepped_up") == [{"step": "PH2", "before": "PH1"}]


def test_a_question_without_an_answer_stands_in_the_way(world, place):
    with refused("step_test_not_answered"):
        world.moved(step_up, place, world.worker, to_step="PH2")


def test_a_test_that_is_not_met_stands_in_the_way(world, place):
    world.tested(place, world.worker, wants_to_start=False)
    with refused("step_test_not_met"):
        world.moved(step_up, place, world.worker, to_step="PH2")


def test_low_confidence_is_met_by_mentoring_first(world, place):
    world.tested(place, world.worker, wants_to_start=True)
    place = world.moved(step_up, place, world.worker, to_step="PH2")
    world.tested(place, world.worker, needs_screened=True, confidence_low=True)
    with refused("step_test_not_answered"):
        world.moved(step_up, place, world.worker, to_step="PH3")
    world.tested(place, world.worker, mentoring_first=True)
    assert world.moved(step_up, place, world.worker, to_step="PH3").step == "PH3"


def test_skills_come_before_a_formal_course(world, place):
    world.tested(place, world.worker, wants_to_start=True, needs_screened=True, confidence_low=False)
    for to_step in ("PH2", "PH3"):
        place = world.moved(step_up, place, world.worker, to_step=to_step)
    world.tested(place, world.worker, skills_gathered=False)
    with refused("step_test_not_met"):
        world.moved(step_up, place, world.worker, to_step="PH4")


@pytest.mark.parametrize("to_step", ["PH3", "PH1", "PA2", "nowhere"])
def test_a_step_is_not_jumped(world, place, to_step):
    world.tested(place, world.worker, wants_to_start=True)
    with refused("no_such_move"):
        world.moved(step_up, place, world.worker, to_step=to_step)


def test_consent_stands_before_a_family_assessment(world):
    place = world.place(world.case(worker=world.worker), world.worker, "parenting")
    world.tested(place, world.worker, family_wants_support=True, risk_explained=True, family_consents=False)
    with refused("step_test_not_met"):
        world.moved(step_up, place, world.worker, to_step="PA2")


def test_what_no_move_allows_is_refused(world, place):
    refuses_what_no_move_allows(world, step_up, place, to_step="PH2")


def test_the_worker_does_it_on_the_page(world, as_, place):
    world.tested(place, world.worker, wants_to_start=True)
    works_on_its_page(world, as_, "up", place, to_step="PH2")
