import pytest

from lynchpin.pathways.use_cases.pause_pathway import pause_pathway
from lynchpin.pathways.use_cases.resume_pathway import resume_pathway
from tests.pathways.moving import refuses_what_no_move_allows, works_on_its_page
from tests.support import recorded, refused


@pytest.fixture
def place(world):
    place = world.place(world.case(worker=world.worker), world.worker)
    return world.moved(pause_pathway, place, world.worker, reason="In hospital")


def test_they_go_on_where_they_were(world, place):
    after = world.moved(resume_pathway, place, world.worker)
    assert (after.state, after.step) == ("on", "PH1")
    assert recorded()[-1] == "pathways.pathway_resumed"


def test_nobody_goes_on_twice(world, place):
    after = world.moved(resume_pathway, place, world.worker)
    with refused("place_is_on"):
        world.moved(resume_pathway, after, world.worker)


def test_what_no_move_allows_is_refused(world, place):
    refuses_what_no_move_allows(world, resume_pathway, place)


def test_the_worker_does_it_on_the_page(world, as_, place):
    works_on_its_page(world, as_, "resume", place)
