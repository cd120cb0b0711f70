"""A clock that runs again runs out as much later as was worked while it stood still."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from lynchpin.frontdoor.models import Brokering, PartnerLink, ReferralClock
from lynchpin.frontdoor.use_cases.answer_by_link import answer_by_link
from lynchpin.frontdoor.use_cases.give_answer_link import give_answer_link
from lynchpin.frontdoor.use_cases.pause_clock import pause_clock
from lynchpin.frontdoor.use_cases.resume_clock import resume_clock
from lynchpin.frontdoor.use_cases.revoke_partner_link import revoke_partner_link
from lynchpin.kernel.errors import NotPermitted
from lynchpin.organisations.actors import public_actor
from tests.conftest import NOON
from tests.frontdoor.links import SECRET
from tests.support import recorded, refused

WEEK_LATER = NOON + timedelta(days=7)


def paused(world, kept):
    pause_clock(world.central, reference=kept.reference, version=kept.version, because="more-facts", at=NOON)
    return world.kept(kept.reference)


def resume(actor, kept, at=WEEK_LATER):
    return resume_clock(actor, reference=kept.reference, version=kept.version, at=at)


def test_five_working_days_of_standing_still_are_five_working_days_more(world):
    kept = paused(world, world.screened())
    resume(world.central, kept)
    kept = world.kept(kept.reference)
    assert (kept.clock_step, kept.due_at) == ("decide", datetime(2026, 6, 22, 16, tzinfo=UTC)), "15 June and a week"
    assert ReferralClock.unscoped.get(step="decide").paused_minutes == 5 * 8 * 60
    assert recorded()[-1] == "frontdoor.clock_resumed"


def test_a_night_of_standing_still_adds_nothing(world):
    kept = world.screened()
    evening = NOON.replace(hour=18)
    pause_clock(world.central, reference=kept.reference, version=kept.version, because="more-facts", at=evening)
    resume(world.central, world.kept(kept.reference), at=evening + timedelta(hours=2))
    assert world.kept(kept.reference).due_at == kept.due_at


def test_a_providers_answer_is_due_as_much_later(world):
    world.providers()
    kept = world.brokered()
    resume(world.central, paused(world, kept))
    assert Brokering.unscoped.get().answer_due_at == world.kept(kept.reference).due_at > kept.due_at


def test_the_link_to_answer_by_opens_as_much_longer(world):
    world.providers()
    kept = world.brokered()
    give_answer_link(world.central, reference=kept.reference, secret=SECRET, given_to="Nest Probert", at=NOON)
    resume(world.central, paused(world, kept))
    due_at = Brokering.unscoped.get().answer_due_at
    assert PartnerLink.unscoped.get().expires_at == due_at > kept.due_at
    answered = {"answer": "no-capacity", "answered_by": "Nest", "at": due_at - timedelta(minutes=1)}
    answer_by_link(public_actor(), secret=SECRET, **answered)


def test_a_link_that_was_taken_back_opens_no_longer(world):
    world.providers()
    kept = world.brokered()
    give_answer_link(world.central, reference=kept.reference, secret=SECRET, given_to="Nest Probert", at=NOON)
    link = PartnerLink.unscoped.get()
    revoke_partner_link(world.central, reference=link.reference, version=link.version, at=NOON)
    resume(world.central, paused(world, kept))
    assert PartnerLink.unscoped.get().expires_at == link.expires_at


def test_what_runs_is_not_resumed(world):
    with refused("clock_runs_already"):
        resume(world.central, world.referral())


def test_resuming_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        resume(world.lead_worker, paused(world, world.referral()))


def test_the_page_lets_it_run(world, as_):
    kept = paused(world, world.referral())
    browser, address = as_(world.central), f"/frontdoor/referrals/{kept.reference}/resume/"
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"version": kept.version}).status_code == 303
    assert as_(world.lead_worker).get(address).status_code == 403
