import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.decline_merge import decline_merge
from tests.support import recorded, refused


def decline(actor, reference, version=1):
    return decline_merge(actor, reference=reference, version=version, at=clock.now())


def test_a_declined_merge_leaves_two_people(world):
    decline(world.head, world.proposed_merge(world.resident(), world.resident()))
    assert not Resident.unscoped.filter(survivor__isnull=False).exists()
    assert recorded()[-1] == "people.merge_declined"


def test_a_merge_is_declined_once(world):
    reference = world.proposed_merge(world.resident(), world.resident())
    decline(world.head, reference)
    with refused("merge_already_decided"):
        decline(world.head, reference, version=2)


def test_a_proposal_about_a_sealed_record_is_missing(world):
    sealed = world.resident()
    reference = world.proposed_merge(world.resident(), sealed)
    world.restrict(sealed, "sealed")
    with pytest.raises(NotFound):
        decline(world.head, reference)


def test_declining_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        decline(world.central, world.proposed_merge(world.resident(), world.resident()))
