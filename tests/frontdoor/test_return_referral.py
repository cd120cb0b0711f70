"""Sending a referral back: only by whoever owns it, and never to nobody."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.use_cases.return_referral import return_referral
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.conftest import NOON
from tests.support import recorded, refused


def send_back(actor, kept):
    told = {
        "reference": kept.reference,
        "version": kept.version,
        "because": "no-capacity",
        "route_reason": "We are full.",
    }
    return return_referral(actor, at=NOON, **told)


def test_it_goes_back_to_whoever_passed_it_on(world):
    assert world.lead_worker
    kept = world.routed()
    send_back(world.lead_worker, kept)
    kept = world.kept(kept.reference)
    assert (kept.status, kept.returned_because, kept.owner_id) == ("returned", "no-capacity", world.central.staff_id)
    assert (kept.clock_step, recorded()[-1]) == ("decide", "frontdoor.referral_returned")


def test_a_lead_sends_back_only_what_they_own(world):
    assert world.lead_worker
    kept = world.routed()
    with pytest.raises(NotFound):
        send_back(world.actor("lead-worker", cluster="porth"), kept)


def test_what_is_a_case_already_is_not_sent_back(world):
    case = world.case()
    with refused("referral_taken_up_already"):
        send_back(world.lead_worker, world.kept(case.referral_reference))


def test_sending_back_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        send_back(world.worker, world.routed())


def test_the_lead_sends_it_back_on_the_page_and_the_centre_reads_why(world, as_):
    assert world.lead_worker
    kept = world.routed()
    browser, address = as_(world.lead_worker), f"/frontdoor/referrals/{kept.reference}/"
    assert "Send it back to the centre" in browser.get(address).content.decode()
    sent = {"version": kept.version, "because": "wrong-place", "route_reason": "They moved to Taf West."}
    assert browser.post(f"{address}return/", sent).status_code == 303
    page = as_(world.central).get(address).content.decode()
    assert "It belongs to another team" in page and "Speak with the lead before you pass them on again" in page
    assert as_(world.worker).get(f"{address}return/").status_code == 403
