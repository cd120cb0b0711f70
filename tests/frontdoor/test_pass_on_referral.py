"""Passing on to the statutory front door ends a referral here, with to whom and why."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.choices import ReferralStatus
from lynchpin.frontdoor.use_cases.pass_on_referral import pass_on_referral
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.conftest import NOON
from tests.support import recorded, refused


def pass_on(actor, kept):
    told = {"reference": kept.reference, "version": kept.version, "route_reason": "May need care and support."}
    return pass_on_referral(actor, at=NOON, **told)


def test_it_is_kept_to_whom_and_why(world):
    kept = world.referral()
    pass_on(world.central, kept)
    kept = world.kept(kept.reference)
    assert (kept.status, kept.route) == (ReferralStatus.PASSED_ON, "statutory")
    assert recorded()[-1] == "frontdoor.referral_passed_on"


def test_an_answered_referral_is_not_passed_on(world):
    with refused("referral_answered_already"):
        pass_on(world.central, world.answered(world.referral()))


def test_a_sealed_persons_referral_cannot_be_passed_on(world):
    kept = world.screened()
    world.restrict(world.resident_behind(kept), "sealed")
    with pytest.raises(NotFound):
        pass_on(world.central, kept)


def test_passing_on_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        pass_on(world.lead_worker, world.referral())


def test_the_page_passes_it_on(world, as_):
    kept = world.referral()
    browser, address = as_(world.central), f"/frontdoor/referrals/{kept.reference}/pass-on/"
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"version": kept.version, "route_reason": "Adult services, rang."}).status_code == 303
    assert as_(world.lead_worker).get(address).status_code == 403
