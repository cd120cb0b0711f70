"""An open offer: whoever never asked may be left in peace at any time, whoever asked is tried first."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.use_cases.leave_open_offer import leave_open_offer
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.notices.models import Notice
from tests.conftest import NOON
from tests.support import recorded, refused


def leave(actor, kept):
    return leave_open_offer(actor, reference=kept.reference, version=kept.version, at=NOON)


def test_whoever_never_asked_is_left_in_peace_and_not_written_to(world):
    kept = world.screened(resident=world.reachable("letter"), person_agrees=False)
    leave(world.central, kept)
    kept = world.kept(kept.reference)
    assert (kept.status, kept.due_at, Notice.unscoped.count()) == ("open-offer", None, 0)
    assert recorded()[-1] == "frontdoor.open_offer_left"


def test_whoever_asked_is_tried_three_times_first_and_told_that_the_offer_stands(world):
    kept = world.screened(resident=world.reachable("letter"))
    with refused("ask_three_times"):
        leave(world.central, kept)
    for _ in range(3):
        world.extended(kept, "approach")
    leave(world.central, world.kept(kept.reference))
    assert Notice.unscoped.get().kind == "open-offer"


def test_the_lead_leaves_it_for_what_they_own(world):
    assert world.lead_worker
    kept = world.routed(person_agrees=False)
    with pytest.raises(NotFound):
        leave(world.actor("lead-worker", cluster="porth"), kept)
    leave(world.lead_worker, kept)
    assert world.kept(kept.reference).status == "open-offer"


def test_in_a_case_the_work_goes_on_there(world):
    case = world.case()
    with refused("referral_taken_up_already"):
        leave(world.central, world.kept(case.referral_reference))


def test_leaving_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        leave(world.worker, world.screened())


def test_the_page_leaves_it(world, as_):
    kept = world.screened(person_agrees=False)
    browser, address = as_(world.central), f"/frontdoor/referrals/{kept.reference}/open-offer/"
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"version": kept.version}).status_code == 303
    assert as_(world.worker).get(address).status_code == 403
