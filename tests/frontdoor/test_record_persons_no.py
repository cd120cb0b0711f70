"""A person's own no is an end, and needs no reason."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.choices import ReferralStatus
from lynchpin.frontdoor.use_cases.record_persons_no import record_persons_no
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.conftest import NOON
from tests.support import recorded, refused, trail


def say_no(actor, kept):
    return record_persons_no(actor, reference=kept.reference, version=kept.version, at=NOON)


def test_a_no_ends_the_referral_without_a_reason(world):
    kept = world.routed()
    say_no(world.central, kept)
    assert world.kept(kept.reference).status == ReferralStatus.DECLINED_BY_PERSON
    assert recorded()[-1] == "frontdoor.persons_no_recorded"
    assert trail("frontdoor.persons_no_recorded") == [{}]


def test_a_no_is_said_once(world):
    with refused("person_said_no"):
        say_no(world.central, world.said_no(world.referral()))


def test_a_sealed_persons_no_cannot_be_kept_by_whoever_cannot_see_them(world):
    kept = world.screened()
    world.restrict(world.resident_behind(kept), "sealed")
    with pytest.raises(NotFound):
        say_no(world.central, kept)


def test_keeping_a_no_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        say_no(world.without(world.central, "frontdoor.record_persons_no"), world.referral())


def test_the_page_asks_no_reason(world, as_):
    kept = world.referral()
    browser, address = as_(world.central), f"/frontdoor/referrals/{kept.reference}/no/"
    assert "textarea" not in browser.get(address).content.decode()
    assert browser.post(address, {"version": kept.version}).status_code == 303
    assert as_(world.cluster_manager).get(address).status_code == 403
