"""Taking a question back: the person is at the front door again, and another provider may be asked."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.models import Brokering
from lynchpin.frontdoor.use_cases.withdraw_brokering import withdraw_brokering
from lynchpin.kernel.errors import NotPermitted
from tests.conftest import NOON
from tests.support import recorded, refused


def take_back(actor, kept):
    told = {"reference": kept.reference, "version": kept.version, "because": "wrong-place", "at": NOON}
    return withdraw_brokering(actor, **told)


def test_the_person_is_back_and_the_question_is_closed(world):
    world.providers()
    kept = world.brokered()
    take_back(world.central, kept)
    kept = world.kept(kept.reference)
    assert (kept.status, kept.returned_because) == ("returned", "wrong-place")
    assert Brokering.unscoped.get().state == "withdrawn" and recorded()[-1] == "frontdoor.brokering_withdrawn"


def test_another_may_be_asked_afterwards(world):
    world.providers()
    kept = world.brokered()
    take_back(world.central, kept)
    assert world.brokered(world.kept(kept.reference)).status == "brokered"


def test_what_was_accepted_is_not_taken_back(world):
    world.providers()
    with refused("referral_with_provider_already"):
        take_back(world.central, world.with_provider())


def test_taking_back_needs_its_permission(world):
    world.providers()
    with pytest.raises(NotPermitted):
        take_back(world.lead_worker, world.brokered())


def test_the_page_takes_it_back(world, as_):
    world.providers()
    kept = world.brokered()
    browser, address = as_(world.central), f"/frontdoor/referrals/{kept.reference}/withdraw/"
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"version": kept.version}).status_code == 422
    assert browser.post(address, {"version": kept.version, "because": "no-answer"}).status_code == 303
    assert as_(world.lead_worker).get(address).status_code == 403
