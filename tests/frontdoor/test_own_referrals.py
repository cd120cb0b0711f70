"""One's own referrals: four words of status, one's own part of the timeline, and nobody else's."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.choices import OwnStatus
from lynchpin.frontdoor.queries.own import own_referral
from tests.frontdoor.pages import main_of


@pytest.fixture
def referrer(world):
    return world.actor("referrer", organisation="school")


def test_a_referrer_sees_that_it_is_looked_at_and_no_more(world, referrer):
    kept = world.routed(referral=world.referral(sent_by=referrer))
    facts = own_referral(referrer, kept.reference)
    assert facts.row.status == OwnStatus.LOOKED_AT
    assert [kind for kind, _ in facts.steps] == ["received", "screened"]


def test_a_referrer_is_not_told_whether_a_referral_ended_by_advice_or_by_a_no(world, referrer):
    answered, said_no = world.referral(sent_by=referrer), world.referral(sent_by=referrer)
    world.answered(answered), world.said_no(said_no)
    told = [own_referral(referrer, each.reference) for each in (answered, said_no)]
    assert [each.row.status for each in told] == [OwnStatus.ENDED, OwnStatus.ENDED]
    assert told[0].steps == told[1].steps


def test_a_sealed_person_does_not_vanish_from_the_senders_list_and_shows_no_progress(world, referrer):
    kept = world.routed(referral=world.referral(sent_by=referrer))
    world.restrict(world.resident_behind(kept), "sealed")
    facts = own_referral(referrer, kept.reference)
    assert (facts.row.status, len(facts.steps)) == (OwnStatus.LOOKED_AT, 1)


def test_the_list_shows_ones_own_and_not_anothers(world, as_, referrer, django_assert_max_num_queries):
    mine, other = world.referral(sent_by=referrer, name="Mine Own"), world.referral(name="Other Person")
    browser = as_(referrer)
    with django_assert_max_num_queries(15):
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
