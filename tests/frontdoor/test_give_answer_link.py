"""A provider without an account gets a link for one answer, until it is due."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.models import Brokering, PartnerLink
from lynchpin.frontdoor.use_cases.give_answer_link import give_answer_link
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.conftest import NOON
from tests.frontdoor.links import SECRET
from tests.support import refused, trail

GIVEN = {"secret": SECRET, "given_to": "Nest Probert", "at": NOON}


def test_the_link_is_for_the_provider_that_was_asked_and_for_one_answer(world, asked):
    give_answer_link(world.central, reference=asked.reference, **GIVEN)
    link, brokering = PartnerLink.unscoped.get(), Brokering.unscoped.get()
    assert (link.organisation_id, link.uses_left, link.expires_at) == ("citizens_advice", 1, brokering.answer_due_at)
    assert trail("frontdoor.answer_link_given") == [{"brokering": brokering.reference}]


def test_where_nobody_is_asked_there_is_nothing_to_answer(world):
    with refused("ask_provider_first"):
        give_answer_link(world.central, reference=world.screened().reference, **GIVEN)


def test_giving_needs_its_permission_and_a_referral(world, asked):
    with pytest.raises(NotPermitted):
        give_answer_link(world.lead_worker, reference=asked.reference, **GIVEN)
    with pytest.raises(NotFound):
        give_answer_link(world.central, reference="R-2222-2222", **GIVEN)


def test_it_is_given_from_the_referral(world, as_, asked):
    browser, address = as_(world.central), f"/frontdoor/referrals/{asked.reference}/answer-link/"
    assert address in browser.get(f"/frontdoor/referrals/{asked.reference}/").content.decode()
    assert "Citizens Advice" in browser.get(address).content.decode()
    assert "/answer/" in browser.post(address, {"given_to": "Nest Probert", "form_key": "k"}).content.decode()
    assert as_(world.lead_worker).get(address).status_code == 403
