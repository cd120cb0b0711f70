"""Ending a referral before anybody helped: only for what makes help needless or impossible."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.use_cases.close_referral import close_referral
from lynchpin.kernel.errors import NotPermitted
from lynchpin.notices.models import Notice
from tests.conftest import NOON
from tests.support import recorded, refused


def close(actor, kept, end_code="died"):
    return close_referral(actor, reference=kept.reference, version=kept.version, end_code=end_code, at=NOON)


@pytest.mark.parametrize("stage", ["referral", "screened", "routed"])
def test_somebody_who_died_is_let_go_of_wherever_they_were_and_nobody_is_written_to(world, stage):
    kept = getattr(world, stage)(person_agrees=False)
    close(world.central, kept)
    kept = world.kept(kept.reference)
    assert (kept.status, kept.end_code, kept.due_at, Notice.unscoped.count()) == ("ended", "died", None, 0)
    assert recorded()[-1] == "frontdoor.referral_closed"


def test_help_that_nobody_gave_is_not_claimed(world):
    with refused("ended_some_other_way"):
        close(world.central, world.screened(), "helped")


def test_a_provider_that_was_asked_answers_first(world):
    world.providers()
    with refused("not_answered_yet"):
        close(world.central, world.brokered())


def test_closing_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        close(world.lead_worker, world.screened())


def test_the_page_closes_it(world, as_):
    kept = world.screened()
    browser, address = as_(world.central), f"/frontdoor/referrals/{kept.reference}/close/"
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"version": kept.version, "end_code": "moved-away"}).status_code == 303
    assert as_(world.lead_worker).get(address).status_code == 403
