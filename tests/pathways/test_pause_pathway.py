import pytest

from lynchpin.pathways.use_cases.pause_pathway import pause_pathway
from lynchpin.pathways.use_cases.step_up import step_up
from tests.pathways.moving import refuses_what_no_move_allows, works_on_its_page
from tests.support import refused, trail


@pytest.fixture
def place(world):
    return world.place(world.case(worker=world.worker), world.worker)


def test_a_break_keeps_the_step(world, place):
    after = world.moved(pause_pathway, place, world.worker, reason="In hospital")
    assert (after.state, after.step, after.ended_on) == ("paused", "PH1", None)
    assert trail("pathways.pathway_paused") == [{"step": "PH1"}]


def test_nobody_steps_up_during_a_break(world, place):
    world.tested(place, world.worker, wants_to_start=True)
    after = world.moved(pause_pathway, place, world.worker, reason="In hospital")
    with refused("place_is_paused"):
        world.moved(step_up, after, world.worker, to_step="PH2")


def test_a_break_without_a_reason_is_refused(world, place):
    with refused("move_without_reason"):
        world.moved(pause_pathway, place, world.worker, reason="")


def test_what_no_move_allows_is_refused(world, place):
    refuses_what_no_move_allows(world, pause_pathway, place, reason="In hospital")


def test_the_worker_does_it_on_the_page(world, as_, place):
    works_on_its_page(world, as_, "pause", place, reason="In hospital")
