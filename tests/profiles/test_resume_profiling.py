"""A second person lets profiling go on."""

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import ProfilingStop
from lynchpin.profiles.use_cases.resume_profiling import resume_profiling
from tests.support import refused, trail


def resume(actor, stop):
    return resume_profiling(actor, reference=stop.reference, version=stop.version, at=clock.now())


def test_it_goes_on_with_both_names_kept(world):
    stop = world.proposed_to_go_on()
    resume(world.data_protection_officer, stop)
    stop = ProfilingStop.unscoped.get()
    assert (stop.state, stop.resumed_by) == ("over", world.data_protection_officer.staff_id)
    assert trail("profiles.profiling_resumed") == [{"stop": stop.reference}]


def test_it_can_be_stopped_again_afterwards(world):
    world.resumed()
    assert world.stopped().state == "stands"


def test_whoever_proposed_it_cannot_let_it(world):
    stop = world.proposed_to_go_on()
    with refused("resuming_needs_a_second_person"):
        resume(world.commissioner, stop)


def test_nobody_lets_go_on_what_nobody_proposed(world):
    with refused("resuming_not_proposed"):
        resume(world.head_of_service, world.stopped())


def test_an_unknown_stop_is_not_found(world):
    with pytest.raises(NotFound):
        resume_profiling(world.head_of_service, reference="Z-AAAA-AAA2", version=1, at=clock.now())


def test_a_reviewer_lets_nothing_go_on(world):
    stop = world.proposed_to_go_on()
    with pytest.raises(NotPermitted):
        resume(world.central, stop)
