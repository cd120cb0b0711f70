"""Whoever waits is put up for review as room frees and the month turns, in order, and never more than fit."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

import pytest

from lynchpin.frontdoor.models import Candidate, ClusterRoom
from lynchpin.frontdoor.use_cases.release_candidates import release_candidates
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from lynchpin.organisations.actors import clock_actor
from lynchpin.site.commands import frontdoor
from lynchpin.site.wiring import room_in_caseloads
from tests.conftest import NOON
from tests.support import trail
from tests.world.frontdoor import Profiled

JULY = datetime(2026, 7, 1, 2, tzinfo=UTC)


def release(at=NOON, **room):
    with clock.held(at):
        return release_candidates(clock_actor(), room=room, at=at)


def released():
    return list(Candidate.unscoped.filter(state="released").order_by("standing").values_list("family_key", flat=True))


def eight(world):
    """Eight families, the most vulnerable first: five are released, as there is no count of room yet."""
    world.raised(*(Profiled(key=f"f{n}", vulnerability=2800 - n) for n in range(8)))
    assert released() == ["f0", "f1", "f2", "f3", "f4"]


def test_what_a_month_has_no_time_for_is_released_when_it_turns(world):
    eight(world)
    for each in Candidate.unscoped.filter(state="released").order_by("standing")[:3]:
        world.rejected(each)
    assert release() == 0, "the time of this month is used up, decided or not"
    assert release(JULY) == 3
    assert released() == ["f3", "f4", "f5", "f6", "f7"]
    assert trail("frontdoor.candidates_released") == [{"released": 0, "waiting": 3}, {"released": 3, "waiting": 0}]


def test_full_caseloads_hold_families_back_until_room_frees(world):
    release(porth=14)
    world.raised(*(Profiled(key=f"f{n}", vulnerability=2800 - n) for n in range(4)))
    assert released() == ["f0", "f1"], "two new cases of seven points"
    assert release(porth=20) == 0
    assert release(porth=21) == 1 and released() == ["f0", "f1", "f2"]
    assert release(porth=21) == 0, "done again, it finds nothing"


def test_an_agreed_family_takes_its_room_until_its_case_is_counted(world):
    assert world.lead_worker
    release(porth=7)
    first, _ = sorted(world.raised(Profiled(key="f0"), Profiled(key="f1")), key=lambda each: each.standing)
    world.agreed(first)
    assert release(porth=7) == 0 and release(porth=14) == 1


def test_a_cluster_that_is_not_counted_any_more_is_not_held_back(world):
    release(porth=0)
    world.raised(Profiled())
    assert released() == []
    assert release() == 1 and not ClusterRoom.unscoped.exists()


def test_whoever_has_waited_longest_comes_first_at_the_next_run(world):
    long, short = Profiled(key="long", vulnerability=2000), Profiled(key="short", vulnerability=2900)
    world.raised(*(Profiled(key=f"f{n}", vulnerability=2800) for n in range(5)), long)
    with clock.held(JULY):
        found = world.raised(short, long)
    assert [each.family_key for each in sorted(found, key=lambda each: each.standing)] == ["long", "short"]


def test_room_comes_from_caseworks_count(world):
    assert world.worker
    assert room_in_caseloads()["porth"] > 0


def test_the_nightly_command_counts_room_and_says_how_many_it_released(world, capsys):
    assert world.worker
    world.raised(Profiled())
    frontdoor.run(Namespace(action="release"))
    assert capsys.readouterr().out == "0 put up for review.\n"
    assert ClusterRoom.unscoped.get(cluster_id="porth").points > 0


def test_releasing_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        release_candidates(world.central, room={}, at=NOON)
