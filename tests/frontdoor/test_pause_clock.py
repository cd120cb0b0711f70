"""A clock stands still for a reason, and what stands still is not late."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lynchpin.frontdoor.models import ReferralClock
from lynchpin.frontdoor.use_cases.pause_clock import pause_clock
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from tests.conftest import NOON
from tests.support import refused, trail


def pause(actor, kept):
    return pause_clock(actor, reference=kept.reference, version=kept.version, because="in-hospital", at=NOON)


def test_every_clock_of_it_stands_still_and_the_reason_is_kept(world):
    kept = world.referral()
    pause(world.central, kept)
    clocks = ReferralClock.unscoped.filter(referral_id=kept.pk)
    assert {(row.paused_at, row.paused_because) for row in clocks} == {(NOON, "in-hospital")}
    assert world.kept(kept.reference).due_at is None
    assert trail("frontdoor.clock_paused") == [{"because": "in-hospital", "clocks": 1}]


def test_a_clock_is_stopped_once(world):
    kept = world.referral()
    pause(world.central, kept)
    with refused("clock_stands_already"):
        pause(world.central, world.kept(kept.reference))


def test_where_no_clock_runs_none_is_stopped(world):
    with refused("no_clock_runs"):
        pause(world.central, world.answered(world.screened()))


def test_pausing_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        pause(world.lead_worker, world.referral())


def test_the_page_stops_it_and_the_queue_calls_nobody_late(world, as_):
    kept = world.referral(name="Resting Person")
    browser, address = as_(world.central), f"/frontdoor/referrals/{kept.reference}/"
    assert browser.post(f"{address}pause/", {"version": kept.version, "because": "person-asked"}).status_code == 303
    assert "Stands still: The person asked us to wait" in browser.get(address).content.decode()
    with clock.held(NOON + timedelta(days=30)):
        assert "Late" not in browser.get("/frontdoor/queue/").content.decode()
    assert as_(world.lead_worker).get(f"{address}pause/").status_code == 403
