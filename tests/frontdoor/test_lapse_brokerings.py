"""Silence never ends a journey: what no provider answered in time is back at the front door, once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lynchpin.frontdoor.use_cases.lapse_brokerings import lapse_brokerings
from lynchpin.frontdoor.use_cases.pause_clock import pause_clock
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from lynchpin.organisations.actors import clock_actor
from lynchpin.site.commands import frontdoor as command
from tests.conftest import NOON
from tests.support import trail

MONTH = NOON + timedelta(days=30)


def test_silence_past_the_day_brings_them_back_with_an_owner_and_only_once(world, asked):
    assert [lapse_brokerings(clock_actor(), at=MONTH) for _ in range(2)] == [1, 0]
    kept = world.kept(asked.reference)
    assert (kept.status, kept.returned_because, kept.owner_id) == ("returned", "no-answer", world.central.staff_id)
    assert trail("frontdoor.brokerings_lapsed") == [{"lapsed": 1}, {"lapsed": 0}]


def test_nobody_lapses_before_their_day(world, asked):
    assert lapse_brokerings(clock_actor(), at=asked.due_at) == 0
    assert lapse_brokerings(clock_actor(), at=asked.due_at + timedelta(seconds=1)) == 1


def test_somebody_sealed_meanwhile_is_brought_back_too(world, asked):
    world.restrict(world.resident_behind(asked), "sealed")
    assert lapse_brokerings(clock_actor(), at=MONTH) == 1


def test_what_was_answered_or_stands_still_is_left_alone(world, asked):
    world.provider_said(world.brokered(), "accepted", starts_on=clock.today())
    told = {"reference": asked.reference, "version": asked.version, "because": "in-hospital"}
    pause_clock(world.central, at=NOON, **told)
    assert lapse_brokerings(clock_actor(), at=MONTH) == 0


def test_only_the_clock_may(world):
    with pytest.raises(NotPermitted):
        lapse_brokerings(world.central, at=MONTH)


def test_the_command_does_it_and_says_how_many(world, asked, capsys):
    from argparse import Namespace

    with clock.held(MONTH):
        assert command.run(Namespace(action="lapse")) == 0
    assert capsys.readouterr().out == "1 brought back to the front door.\n0 given an owner who is at work.\n"
