"""One person proposes that profiling goes on, and that alone changes nothing."""

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.profiles.use_cases.propose_resuming import propose_resuming
from lynchpin.profiles.use_cases.resume_profiling import resume_profiling
from tests.support import refused, trail


def propose(actor, reference, version=1):
    told = {"reference": reference, "version": version, "proposal": "The feed was put right."}
    return propose_resuming(actor, at=clock.now(), **told)


def test_it_is_kept_with_its_reason_and_profiling_stays_stopped(world):
    stop = world.proposed_to_go_on()
    assert (stop.state, stop.proposed_by) == ("stands", world.commissioner.staff_id)
    assert trail("profiles.resuming_proposed") == [{"stop": stop.reference}]
    with refused("profiling_is_stopped"):
        world.commissioned_run()


def test_it_is_proposed_once(world):
    stop = world.proposed_to_go_on()
    with refused("resuming_proposed_already"):
        propose(world.head_of_service, stop.reference, stop.version)


def test_what_goes_on_already_is_not_proposed(world):
    stop = world.stopped()
    propose(world.commissioner, stop.reference)
    resume_profiling(world.head_of_service, reference=stop.reference, version=2, at=clock.now())
    with refused("profiling_not_stopped"):
        propose(world.commissioner, stop.reference, version=3)


def test_an_unknown_stop_is_not_found_and_a_changed_one_stale(world):
    with pytest.raises(NotFound):
        propose(world.commissioner, "Z-AAAA-AAA2")
    with pytest.raises(Stale):
        propose(world.commissioner, world.stopped().reference, version=9)


def test_a_reviewer_proposes_nothing(world):
    with pytest.raises(NotPermitted):
        propose(world.central, "Z-AAAA-AAA2")
