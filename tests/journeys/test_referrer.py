"""A partner refers somebody and follows what became of it."""

from __future__ import annotations

from lynchpin.frontdoor.models import Referral
from tests.journeys import given


def test_a_referral_is_sent_and_its_status_is_seen_to_move(arrive):
    # given a colleague of a school who has asked the person
    partner, person = arrive("referrer"), " ".join(given.somebody().values())
    # when they send a referral
    partner.follow("/frontdoor/send/")
    partner.answer(name=person, person_agrees="yes", needs=["money", "home"])
    partner.submit()
    # then they have a receipt, and their home shows how far it is
    sent = Referral.unscoped.get(told_name=person)
    assert sent.reference in partner.text()
    before = status_of(partner, sent)
    # and when the centre has answered, they see that too, and no word of what was advised
    given.answered(sent)
    assert status_of(partner, sent) != before
    assert given.ADVICE not in partner.text()


def status_of(partner, sent):
    partner.visit("/desk/")
    row = partner.section("sent").locator(f"li:has(a[href$='/{sent.reference}/'])")
    seen = row.locator(".govuk-tag").inner_text()
    partner.follow(f"/own/{sent.reference}/")
    return seen
