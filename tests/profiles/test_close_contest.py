"""A contest is over once the person has been told."""

from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import FactContest
from lynchpin.profiles.use_cases.close_contest import close_contest
from tests.support import refused, trail


def close(actor, reference, version=2, on=None):
    told = {"told_how": "phone", "told_on": on or clock.today()}
    return close_contest(actor, reference=reference, version=version, at=clock.now(), **told)


def test_it_keeps_how_and_when_they_were_told(world):
    close(world.central, world.answered_contest().reference)
    kept = FactContest.unscoped.get()
    assert (kept.state, kept.told_how, kept.closed_by) == ("closed", "phone", world.central.staff_id)
    assert trail("profiles.contest_closed") == [{"told_how": "phone", "told_on": "2026-06-10"}]


def test_nobody_is_told_what_was_not_answered(world):
    with refused("contest_not_answered"):
        close(world.central, world.contested().reference, version=1)


def test_it_is_closed_once(world):
    kept = world.answered_contest()
    close(world.central, kept.reference)
    with refused("contest_closed_already"):
        close(world.central, kept.reference, version=3)


def test_nobody_was_told_tomorrow(world):
    with refused("contest_day_ahead"):
        close(world.central, world.answered_contest().reference, on=clock.today() + timedelta(days=1))


def test_an_unknown_one_is_not_found(world):
    with pytest.raises(NotFound):
        close(world.central, "G-AAAA-AAA2")


def test_a_profile_owner_closes_none(world):
    kept = world.answered_contest()
    with pytest.raises(NotPermitted):
        close(world.approver, kept.reference)
