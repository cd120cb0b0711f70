import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.people.use_cases.propose_merge import propose_merge
from tests.support import recorded, refused


def propose(actor, kept, merged):
    return propose_merge(actor, kept=kept.reference, merged=merged.reference, why="One person", at=clock.now())


def test_a_proposal_waits_for_somebody_else(world):
    assert propose(world.central, world.resident(), world.resident()).startswith("M-")
    assert recorded()[-1] == "people.merge_proposed"


def test_a_record_is_not_merged_with_itself(world):
    resident = world.resident()
    with refused("merge_of_one"):
        propose(world.central, resident, resident)


def test_the_same_merge_is_proposed_once(world):
    kept, merged = world.resident(), world.resident()
    propose(world.central, kept, merged)
    with refused("merge_already_proposed"):
        propose(world.central, kept, merged)


def test_a_merged_record_is_proposed_no_more(world):
    kept, merged = world.resident(), world.resident()
    world.merged(kept, merged)
    with refused("record_already_merged"):
        propose(world.central, world.resident(), merged)


def test_a_sealed_record_cannot_be_proposed(world):
    sealed = world.resident()
    world.restrict(sealed, "sealed")
    with pytest.raises(NotFound):
        propose(world.central, world.resident(), sealed)


def test_proposing_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        propose(world.lead_worker, world.resident(), world.resident())
