import pytest

from lynchpin.pathways.models import PlaceMove
from lynchpin.pathways.use_cases.step_down import step_down
from lynchpin.pathways.use_cases.step_up import step_up
from tests.pathways.moving import refuses_what_no_move_allows, works_on_its_page
from tests.support import refused, trail


@pytest.fixture
def place(world):
    place = world.place(world.case(worker=world.worker), world.worker)
    world.tested(place, world.worker, wants_to_start=True)
    return world.moved(step_up, place, world.worker, to_step="PH2")


def test_a_step_down_has_a_reason_and_keeps_what_was_answered(world, place):
    after = world.moved(step_down, place, world.worker, to_step="PH1", reason="Needs time")
    assert (after.step, after.state) == ("PH1", "on")
    move = PlaceMove.unscoped.order_by("-pk").first()
    assert (move.kind, move.reason, move.from_step) == ("down", "Needs time", "PH2")
    assert trail("pathways.stepped_down") == [{"step": "PH1", "before": "PH2"}]
    assert world.moved(step_up, after, world.worker, to_step="PH2").step == "PH2"


def test_a_step_down_without_a_reason_is_refused(world, place):
    with refused("move_without_reason"):
        world.moved(step_down, place, world.worker, to_step="PH1", reason=" ")


def test_a_step_up_is_no_step_down(world, place):
    with refused("no_such_move"):
        world.moved(step_down, place, world.worker, to_step="PH3", reason="Wrong way")


def test_a_family_steps_down_to_a_group_that_was_found(world):
    place = world.place(world.case(worker=world.worker), world.worker, "parenting")
    world.tested(place, world.worker, family_wants_support=True, family_consents=True, risk_explained=True)
    place = world.moved(step_up, place, world.worker, to_step="PA2")
    with refused("step_test_not_answered"):
        world.moved(step_down, place, world.worker, to_step="PA5", reason="Goes well")
    world.tested(place, world.worker, group_found=True)
    assert world.moved(step_down, place, world.worker, to_step="PA5", reason="Goes well").step == "PA5"


def test_what_no_move_allows_is_refused(world, place):
    refuses_what_no_move_allows(world, step_down, place, to_step="PH1", reason="Needs time")


def test_the_worker_does_it_on_the_page(world, as_, place):
    works_on_its_page(world, as_, "down", place, to_step="PH1", reason="Needs time")
