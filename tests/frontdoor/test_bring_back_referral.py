"""Coming back: of one's own accord after an end, or sent back by the statutory service."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.use_cases.bring_back_referral import bring_back_referral
from lynchpin.frontdoor.use_cases.broker_referral import broker_referral
from lynchpin.frontdoor.use_cases.leave_open_offer import leave_open_offer
from lynchpin.frontdoor.use_cases.pass_on_referral import pass_on_referral
from lynchpin.frontdoor.use_cases.route_referral import route_referral
from lynchpin.kernel.errors import NotPermitted
from tests.conftest import NOON
from tests.frontdoor.pages import main_of
from tests.support import recorded, refused


def bring_back(actor, kept, because="came-back"):
    return bring_back_referral(actor, reference=kept.reference, version=kept.version, because=because, at=NOON)


def left(world, kept):
    leave_open_offer(world.central, reference=kept.reference, version=kept.version, at=NOON)
    return world.kept(kept.reference)


def test_whoever_comes_back_has_asked_by_that(world):
    kept = left(world, world.screened(person_agrees=False))
    bring_back(world.central, kept)
    kept = world.kept(kept.reference)
    assert (kept.status, kept.person_agrees, kept.owner_id) == ("returned", True, world.central.staff_id)
    assert recorded()[-1] == "frontdoor.referral_brought_back"


def test_after_advice_too(world):
    kept = world.answered(world.screened())
    bring_back(world.central, kept)
    assert world.kept(kept.reference).status == "returned"


def test_nobody_brings_back_whom_an_offer_was_left_with(world):
    with refused("only_they_come_back"):
        bring_back(world.central, left(world, world.screened(person_agrees=False)), because="declined")


def test_the_statutory_service_may_send_them_back(world):
    kept = world.screened(person_agrees=False)
    told = {"reference": kept.reference, "version": kept.version, "route_reason": "May need care."}
    pass_on_referral(world.central, at=NOON, **told)
    bring_back(world.central, world.kept(kept.reference), because="not-eligible")
    assert Referral.unscoped.get().person_agrees is False


def test_who_had_a_case_goes_back_to_it(world):
    case = world.case(worker=world.worker)
    world.closed(case, world.worker, reason="moved-away")
    with refused("reopen_their_case"):
        bring_back(world.central, world.kept(case.referral_reference))


def test_a_no_is_never_brought_back(world):
    with refused("person_said_no"):
        bring_back(world.central, world.said_no(world.screened()))


def test_bringing_back_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        bring_back(world.lead_worker, world.answered(world.screened()))


def test_the_page_brings_them_back(world, as_):
    kept = world.answered(world.screened())
    browser, address = as_(world.central), f"/frontdoor/referrals/{kept.reference}/bring-back/"
    assert browser.get(address).status_code == 200
    sent = {"version": kept.version, "because": "came-back", "route_reason": "The bill went up again."}
    assert browser.post(address, sent).status_code == 303
    assert as_(world.lead_worker).get(address).status_code == 403


def test_whoever_comes_back_before_anybody_said_who_they_are_is_looked_at_first(world, as_):
    kept = world.answered(world.referral())
    bring_back(world.central, kept)
    kept = world.kept(kept.reference)
    page = main_of(as_(world.central).get(f"/frontdoor/referrals/{kept.reference}/"))
    assert "Say who it is about" in page and "Look at the referral first" in page
    for verb, told in (
        (route_referral, {"route": "caseload", "route_reason": "Company."}),
        (broker_referral, {"organisation": "school", "offer": "PV-10", "packet": "A bill.", "person_agreed_on": NOON}),
    ):
        with refused("screen_first"):
            verb(world.central, reference=kept.reference, version=kept.version, at=NOON, **told)
    assert world.screened(referral=kept).status == "screening"


def test_who_it_is_about_is_not_said_again_when_they_are_back(world, as_):
    kept = world.answered(world.screened())
    bring_back(world.central, kept)
    kept = world.kept(kept.reference)
    with refused("referral_returned_already"):
        world.screened(referral=kept)
    assert "Say who it is about" not in main_of(as_(world.central).get(f"/frontdoor/referrals/{kept.reference}/"))
