"""What a colleague who has left still owned finds somebody who is at work."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lynchpin.frontdoor.use_cases.find_owners import find_owners
from lynchpin.kernel import clock, window
from lynchpin.kernel.errors import NotPermitted
from lynchpin.organisations.actors import clock_actor
from lynchpin.organisations.models import Staff
from tests.conftest import NOON
from tests.support import trail
from tests.world.staff import machine

NEXT_DAY = NOON + timedelta(days=1)


def left(actor, on: date) -> None:
    """A colleague's last day, as their employer would say it."""
    with window.work(machine("clock"), "organisations") as work:
        work.recorded.append("tests.colleague_left")
        staff = Staff.unscoped.get(pk=actor.staff_id)
        staff.left_on = on
        staff.store("left_on")


def found(at=NEXT_DAY):
    with clock.held(at):
        return find_owners(clock_actor(), at=at)


def test_what_was_passed_to_somebody_who_left_comes_back_to_the_centre_once(world):
    assert world.lead_worker
    kept = world.routed()
    left(world.lead_worker, clock.today())
    assert [found(), found()] == [1, 0]
    kept = world.kept(kept.reference)
    assert (kept.status, kept.owner_id, kept.clock_step) == ("returned", world.central.staff_id, "decide")
    assert trail("frontdoor.owners_found") == [{"found": 1}, {"found": 0}]


def test_what_a_provider_was_asked_goes_on_under_another_of_the_centre(world):
    world.providers()
    kept = world.brokered()
    other = world.actor("central-support")
    left(world.central, clock.today())
    assert found() == 1
    kept = world.kept(kept.reference)
    assert (kept.status, kept.owner_id) == ("brokered", other.staff_id)


def test_nobody_at_work_loses_anything(world):
    assert world.lead_worker
    kept = world.routed()
    assert found() == 0 and world.kept(kept.reference).version == kept.version


def test_only_the_clock_may(world):
    with pytest.raises(NotPermitted):
        find_owners(world.central, at=NOON)
