"""A second person lifts a freeze, and says why."""

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.profiles.use_cases.lift_freeze import lift_freeze
from tests.support import refused, trail
from tests.world.staff import machine


def lift(actor, reference, version=2):
    return lift_freeze(actor, reference=reference, version=version, words="Nothing else differs.", at=clock.now())


def test_a_second_person_lifts_it_and_their_reason_is_kept(world):
    frozen = world.freeze_lifted()
    assert (frozen.second_words, frozen.lifted_by) == ("Nothing else differs.", world.data_protection_officer.staff_id)
    assert trail("profiles.freeze_lifted") == [{"freeze": frozen.reference}]


def test_whoever_looked_first_never_lifts_it(world):
    frozen = world.freeze_looked_into(world.commissioner)
    with refused("freeze_needs_a_second_person"):
        lift(world.commissioner, frozen.reference)


def test_what_nobody_has_looked_into_is_not_lifted(world):
    with refused("freeze_not_looked_into"):
        lift(world.head_of_service, world.frozen_run().reference, version=1)


def test_it_is_lifted_once(world):
    frozen = world.freeze_lifted()
    with refused("freeze_lifted_already"):
        lift(world.commissioner, frozen.reference, frozen.version)


def test_the_service_itself_lifts_nothing(world):
    with refused("freeze_needs_a_named_person"):
        lift(machine("profile-owner"), world.freeze_looked_into().reference)


def test_an_unknown_freeze_is_not_found_and_a_changed_one_stale(world):
    with pytest.raises(NotFound):
        lift(world.commissioner, "Y-AAAA-AAA2")
    with pytest.raises(Stale):
        lift(world.commissioner, world.freeze_looked_into().reference, version=9)


def test_a_reviewer_lifts_nothing(world):
    with pytest.raises(NotPermitted):
        lift(world.central, "Y-AAAA-AAA2")
