"""The first of two people looks into a frozen run; that alone lifts nothing."""

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.profiles.use_cases.look_into_freeze import look_into_freeze
from tests.support import refused, trail
from tests.world.staff import machine


def look(actor, reference, version=1):
    told = {"reference": reference, "version": version, "words": "The school sent the file of another year."}
    return look_into_freeze(actor, at=clock.now(), **told)


def test_what_was_found_is_kept_with_who_found_it_and_the_run_stays_frozen(world):
    frozen = world.freeze_looked_into()
    assert frozen.first_words == "The files come again in autumn."
    assert (frozen.looked_by, frozen.lifted_at) == (world.head_of_service.staff_id, None)
    assert trail("profiles.freeze_looked_into") == [{"freeze": frozen.reference}]


def test_it_is_looked_into_first_only_once(world):
    frozen = world.freeze_looked_into()
    with refused("freeze_looked_into_already"):
        look(world.commissioner, frozen.reference, frozen.version)


def test_the_service_itself_looks_into_nothing(world):
    with refused("freeze_needs_a_named_person"):
        look(machine("profile-owner"), world.frozen_run().reference)


def test_a_lifted_freeze_is_over(world):
    frozen = world.freeze_lifted()
    with refused("freeze_lifted_already"):
        look(world.commissioner, frozen.reference, frozen.version)


def test_an_unknown_freeze_is_not_found_and_a_changed_one_stale(world):
    with pytest.raises(NotFound):
        look(world.commissioner, "Y-AAAA-AAA2")
    with pytest.raises(Stale):
        look(world.commissioner, world.frozen_run().reference, version=9)


def test_a_reviewer_looks_into_nothing(world):
    with pytest.raises(NotPermitted):
        look(world.central, "Y-AAAA-AAA2")
