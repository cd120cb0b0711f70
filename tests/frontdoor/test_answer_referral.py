"""Advice ends a referral, and says that it is no assessment."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.choices import ReferralStatus
from lynchpin.frontdoor.use_cases.answer_referral import answer_referral
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.notices.models import Notice
from tests.conftest import NOON
from tests.support import recorded, refused


def answer(actor, kept, **given):
    told = {"reference": kept.reference, "version": kept.version, "advice_given": "Rang the warm homes line."} | given
    return answer_referral(actor, at=NOON, **told)


def test_advice_is_kept_and_ends_the_referral(world):
    kept = world.referral()
    answer(world.central, kept)
    kept = world.kept(kept.reference)
    assert (kept.status, kept.advice_given) == (ReferralStatus.ANSWERED, "Rang the warm homes line.")
    assert recorded()[-1] == "frontdoor.referral_answered"


def test_what_has_ended_is_not_answered_again(world):
    with refused("referral_answered_already"):
        answer(world.central, world.answered(world.referral()))


def test_a_stale_decision_is_refused(world):
    kept = world.screened()
    with refused("changed_meanwhile"):
        answer(world.central, kept, version=1)


def test_a_sealed_persons_referral_cannot_be_answered(world):
    kept = world.screened()
    world.restrict(world.resident_behind(kept), "sealed")
    with pytest.raises(NotFound):
        answer(world.central, kept)


def test_answering_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        answer(world.lead_worker, world.referral())


def test_the_page_says_that_it_is_no_assessment(world, as_):
    kept = world.referral()
    page = as_(world.central).get(f"/frontdoor/referrals/{kept.reference}/answer/")
    assert "not an assessment under Part 3" in page.content.decode()


def test_the_page_is_not_for_a_lead_worker(world, as_):
    assert as_(world.lead_worker).get(f"/frontdoor/referrals/{world.referral().reference}/answer/").status_code == 403


def test_whoever_asked_is_told_and_promised_no_further_answer(world):
    asked = world.kept(world.asks_for_help())
    answer(world.central, world.screened(referral=asked, resident=world.reachable("letter", language="en")))
    notice = Notice.unscoped.get()
    assert (notice.kind, notice.language, notice.params) == ("referral-received", "en", {})


def test_advice_about_nobody_known_is_told_to_nobody(world):
    answer(world.central, world.referral())
    assert not Notice.unscoped.exists()
