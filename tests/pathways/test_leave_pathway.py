import pytest

from lynchpin.kernel import clock
from lynchpin.pathways.models import PlaceMove
from lynchpin.pathways.use_cases.leave_pathway import leave_pathway
from tests.pathways.moving import refuses_what_no_move_allows, works_on_its_page
from tests.support import refused, trail


@pytest.fixture
def place(world):
    return world.place(world.case(worker=world.worker), world.worker)


def test_a_persons_own_no_is_an_end_without_words(world, place):
    after = world.moved(leave_pathway, place, world.worker, because="persons-no")
    assert (after.state, after.left_because, after.ended_on) == ("left", "persons-no", clock.today())
    assert PlaceMove.unscoped.order_by("-pk").first().reason == ""
    assert trail("pathways.pathway_left") == [{"step": "PH1", "because": "persons-no"}]


def test_a_reason_that_we_do_not_know_is_refused(world, place):
    with refused("leaving_reason_unknown"):
        world.moved(leave_pathway, place, world.worker, because="bored")


def test_nobody_leaves_twice(world, place):
    after = world.moved(leave_pathway, place, world.worker, because="moved-away")
    with refused("place_is_left"):
        world.moved(leave_pathway, after, world.worker, because="moved-away")


def test_what_no_move_allows_is_refused(world, place):
    refuses_what_no_move_allows(world, leave_pathway, place, because="moved-away")


def test_the_worker_does_it_on_the_page(world, as_, place):
    works_on_its_page(world, as_, "leave", place, because="persons-no")
