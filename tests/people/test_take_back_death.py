"""A death that was recorded by mistake is taken back, and another reason to make no contact stays."""

from __future__ import annotations

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from lynchpin.people.models import ContactHold
from lynchpin.people.use_cases.take_back_death import take_back_death
from tests.people.test_record_death import again, dies
from tests.support import refused, trail


def lives(world, resident, by=None):
    told = {"reference": resident.reference, "version": again(resident).version, "because": "somebody-else"}
    return take_back_death(by or world.central, at=clock.now(), **told)


def test_what_was_a_mistake_is_taken_back_and_another_stop_stays(world):
    someone = world.reachable("phone")
    world.concern(someone)
    stops = ContactHold.unscoped.filter(released_at=None).count()
    dies(world, someone)
    lives(world, someone)
    assert again(someone).died_on is None and ContactHold.unscoped.filter(released_at=None).count() == stops
    with refused("death_not_recorded"):
        lives(world, someone)


def test_how_it_was_a_mistake_is_kept(world):
    someone = world.resident()
    dies(world, someone)
    lives(world, someone)
    assert trail("people.death_taken_back") == [{"because": "somebody-else"}]


def test_a_worker_may_not(world):
    someone = world.resident()
    dies(world, someone)
    with pytest.raises(NotPermitted):
        lives(world, someone, by=world.worker)
