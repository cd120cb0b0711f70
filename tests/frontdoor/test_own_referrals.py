"""One's own referrals: a few words of status, what the person shares, and nobody else's."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lynchpin.frontdoor.choices import OwnStatus
from lynchpin.frontdoor.queries.own import own_referral
from lynchpin.kernel import clock
from tests.casework.counting import statements
from tests.conftest import NOON
from tests.frontdoor.pages import main_of


@pytest.fixture
def referrer(world):
    return world.actor("referrer", organisation="school")


def test_a_referrer_sees_that_it_came_and_no_more(world, referrer):
    kept = world.routed(referral=world.referral(sent_by=referrer))
    world.extended(kept, "met")
    facts = own_referral(referrer, kept.reference)
    assert facts.row.status == OwnStatus.RECEIVED
    assert facts.days == ((OwnStatus.RECEIVED, date(2026, 6, 10)),)


def test_with_the_persons_agreement_they_see_how_far_it_is_with_the_days(world, referrer):
    kept = world.routed(referral=world.referral(sent_by=referrer, referrer_may_know=True))
    with clock.held(NOON + timedelta(days=2)):
        world.extended(kept, "approach")
    with clock.held(NOON + timedelta(days=5)):
        world.extended(kept, "met")
    facts = own_referral(referrer, kept.reference)
    assert [(str(word), day.day) for word, day in facts.days] == [("received", 10), ("contacted", 12), ("started", 15)]
    assert facts.row.status == OwnStatus.STARTED


@pytest.mark.parametrize("may_know", [True, False])
def test_a_referrer_is_not_told_whether_a_referral_ended_by_advice_or_by_a_no(world, referrer, may_know):
    sent = {"sent_by": referrer, "referrer_may_know": may_know}
    answered, said_no = world.referral(**sent), world.referral(**sent)
    world.answered(answered), world.said_no(said_no)
    told = [own_referral(referrer, each.reference) for each in (answered, said_no)]
    assert [each.row.status for each in told] == [OwnStatus.ENDED, OwnStatus.ENDED]
    assert told[0].days == told[1].days


@pytest.mark.parametrize("may_know", [True, False])
def test_a_sealed_person_does_not_vanish_from_the_senders_list_and_shows_no_progress(world, referrer, may_know):
    kept = world.routed(referral=world.referral(sent_by=referrer, referrer_may_know=may_know))
    world.extended(kept, "met"), world.extended(kept, "ended", for_referrer=True)
    world.restrict(world.resident_behind(kept), "sealed")
    facts = own_referral(referrer, kept.reference)
    assert (facts.row.status, len(facts.days)) == (OwnStatus.RECEIVED, 1)


def test_the_list_shows_ones_own_and_not_anothers(world, as_, referrer):
    mine, other = world.referral(sent_by=referrer, name="Mine Own"), world.referral(name="Other Person")
    browser = as_(referrer)
    assert statements(lambda: browser.get("/frontdoor/own/")) <= 15
    page = browser.get("/frontdoor/own/").content.decode()
    assert mine.reference in page and other.reference not in page
    assert browser.get(f"/frontdoor/own/{mine.reference}/").status_code == 200


def test_the_day_of_the_decision_is_told_until_it_has_ended(world, as_, referrer):
    waiting, ended = world.referral(sent_by=referrer), world.answered(world.referral(sent_by=referrer))
    pages = [main_of(as_(referrer).get(f"/frontdoor/own/{each.reference}/")) for each in (waiting, ended)]
    assert ["To be decided by" in page for page in pages] == [True, False]


def test_anothers_reference_is_as_missing_as_one_that_never_was(world, as_, referrer):
    other = world.referral()
    answers = {main_of(as_(referrer).get(f"/frontdoor/own/{ref}/")) for ref in (other.reference, "R-2222-2222")}
    assert len(answers) == 1


def test_a_board_member_has_no_such_list(world, as_):
    assert as_(world.actor("board-member")).get("/frontdoor/own/").status_code == 403
