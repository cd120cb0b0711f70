import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.people.queries import brief
from lynchpin.people.use_cases.lift_restriction import lift_restriction
from tests.support import refused, trail


def lift(actor, restriction_id, version=1):
    return lift_restriction(actor, restriction_id=restriction_id, version=version, at=clock.now())


def test_a_lifted_seal_seals_nothing(world):
    resident = world.resident()
    lift(world.data_protection_officer, world.restrict(resident, "sealed"))
    assert brief(world.central.bound_to("people.read_resident"), [resident.pk])
    assert trail("people.restriction_lifted") == [{"kind": "sealed", "resident": resident.pk}]


def test_another_seal_stays(world):
    resident = world.resident()
    world.restrict(resident, "sealed")
    lift(world.data_protection_officer, world.restrict(resident, "sealed"))
    assert not brief(world.central.bound_to("people.read_resident"), [resident.pk])


def test_a_restriction_is_lifted_once(world):
    seal = world.restrict(world.resident(), "sealed")
    lift(world.data_protection_officer, seal)
    with refused("restriction_lifted_already"):
        lift(world.data_protection_officer, seal, version=2)


def test_a_restriction_that_is_not_there_is_missing(world):
    with pytest.raises(NotFound):
        lift(world.data_protection_officer, 0)


def test_lifting_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        lift(world.central, world.restrict(world.resident(), "sealed"))
