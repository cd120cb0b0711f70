import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NestedUseCase
from lynchpin.pathways.models import Handover, PlaceMove
from lynchpin.pathways.use_cases.end_places import end_places
from lynchpin.pathways.use_cases.pause_pathway import pause_pathway
from lynchpin.people.models import Involvement
from tests.support import trail


def test_every_live_place_of_a_closed_case_ends_and_says_why(world):
    case = world.case(worker=world.worker)
    one, two = world.place(case, world.worker), world.place(case, world.worker, "isolation")
    world.moved(pause_pathway, two, world.worker, reason="In hospital")
    world.closed(case, world.worker, reason="moved-away")
    for place in (one, two):
        after = world.place_again(place.reference)
        assert (after.state, after.left_because, after.ended_on) == ("left", "case-ended", clock.today())
    assert trail("pathways.places_ended")[-1]["ended"] == 2
    assert PlaceMove.unscoped.filter(kind="left").count() == 2


def test_a_place_that_has_ended_stays_as_it_is(world):
    case = world.case(worker=world.worker)
    world.closed(case, world.worker, reason="persons-no")
    assert trail("pathways.places_ended")[-1]["ended"] == 0


def test_a_handover_under_way_comes_back_with_the_case(world):
    case = world.case(worker=world.worker)
    handover = world.handover(case, world.worker)
    world.closed(case, world.worker, reason="died")
    after = Handover.unscoped.get(pk=handover.pk)
    assert (after.state, after.because) == ("withdrawn", "case-ended")
    assert not Involvement.unscoped.filter(reference=handover.reference, ended_on=None).exists()


def test_only_a_use_case_may_ask_for_it(world):
    with pytest.raises(NestedUseCase):
        end_places(world.worker, case_id=1, because="case-ended", on=clock.today(), at=clock.now())
