"""One referral's page: seen by whom it concerns, as missing as any other to everybody else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lynchpin.frontdoor.queries.referrals import referral
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.models import AccessSubject
from tests.casework.counting import statements
from tests.conftest import NOON
from tests.frontdoor.pages import main_of

STATEMENTS = 30


def test_the_centre_sees_what_was_told_and_what_may_be_done(world, as_):
    kept = world.referral(in_their_words="The damp is bad.")
    browser, address = as_(world.central), f"/frontdoor/referrals/{kept.reference}/"
    assert statements(lambda: browser.get(address)) <= STATEMENTS
    page = browser.get(address).content.decode()
    assert "The damp is bad." in page
    assert "Look at the referral first" in page, "passing it on is shown, with why not yet"


def test_the_likeliest_next_step_is_a_button_and_each_reason_against_another_stands_once(world, as_):
    kept = world.routed(at=NOON - timedelta(days=20))
    page = main_of(as_(world.central).get(f"/frontdoor/referrals/{kept.reference}/"))
    assert page.count("This referral is with a lead worker already.") == 1
    assert "Not now: Give advice, Ask a provider to help, Pass to a lead worker." in page


def test_the_page_leads_back_to_the_queue_for_whoever_keeps_it(world, as_):
    assert world.lead_worker
    kept = world.routed()
    for actor, leads_back in ((world.central, True), (world.lead_worker, False)):
        page = as_(actor).get(f"/frontdoor/referrals/{kept.reference}/").content.decode()
        assert ("govuk-back-link" in page) is leads_back


def test_another_clusters_reference_is_as_missing_as_one_that_never_was(world, as_):
    kept = world.routed()
    browser = as_(world.actor("lead-worker", cluster="taf-west"))
    answers = [browser.get(f"/frontdoor/referrals/{ref}/") for ref in (kept.reference, "R-2222-2222")]
    assert {answer.status_code for answer in answers} == {404}
    assert main_of(answers[0]) == main_of(answers[1])


def test_the_clusters_lead_sees_it_and_decides_only_about_what_they_own(world):
    lead = world.lead_worker
    kept = world.routed()
    own = [each.phrase for each in referral(lead, kept.reference).actions]
    assert own == ["record_persons_no", "return_referral", "leave_open_offer"]
    assert referral(world.actor("lead-worker", cluster="porth"), kept.reference).actions == ()


def test_a_look_at_a_referral_is_logged_with_whom_it_is_about(world):
    kept = world.routed()
    referral(world.central, kept.reference)
    assert AccessSubject.unscoped.filter(kind="people.Resident", subject_id=kept.resident_id).exists()


def test_whoever_may_not_see_needs_is_shown_none(world):
    kept = world.referral(phone="01443 000000")
    facts = referral(world.actor("head-of-service"), kept.reference)
    assert facts.told.phone == "" and facts.told.needs == ("home",)


def test_a_sealed_persons_referral_is_sealed(world):
    kept = world.routed()
    world.restrict(world.resident_behind(kept), "sealed")
    with pytest.raises(NotFound):
        referral(world.central, kept.reference)


def test_a_referrer_has_no_such_page(world, as_):
    assert as_(world.actor("referrer")).get(f"/frontdoor/referrals/{world.referral().reference}/").status_code == 403
