"""Asking a provider: with the person's agreement, for a line that it gives, by a day on which silence brings them back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lynchpin.frontdoor.choices import ReferralStatus
from lynchpin.frontdoor.models import Brokering
from lynchpin.frontdoor.queries.options import next_options
from lynchpin.frontdoor.use_cases.broker_referral import broker_referral
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.organisations.use_cases.load_organisations import load_organisations
from tests.conftest import NOON
from tests.frontdoor.pages import main_of
from tests.support import refused, trail
from tests.world.staff import machine


def ask(actor, kept, **given):
    told = {"organisation": "citizens_advice", "offer": "PV-10", "packet": "A fuel bill.", "at": NOON}
    told |= {"reference": kept.reference, "version": kept.version, "person_agreed_on": clock.today()}
    return broker_referral(actor, **told | given)


def test_the_asker_owns_it_until_the_provider_answers_and_the_trail_holds_no_words(world):
    world.providers()
    kept = world.brokered()
    brokering = Brokering.unscoped.get()
    assert (kept.status, kept.owner_id, kept.clock_step) == ("brokered", world.central.staff_id, "provider-answer")
    assert (brokering.answer_due_at, brokering.answer_due_at - NOON > timedelta(days=10)) == (kept.due_at, True)
    assert trail("frontdoor.referral_brokered") == [{"organisation": "citizens_advice", "offer": "PV-10"}]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"organisation": "school"}, "not_a_provider"),
        ({"organisation": "adult_education"}, "provider_not_of_line"),
        ({"offer": "PV-99"}, "offer_not_in_force"),
        ({"person_agreed_on": NOON.date() + timedelta(days=1)}, "agreement_in_future"),
    ],
)
def test_only_a_provider_that_gives_the_line_is_asked_and_only_after_a_yes(world, given, code):
    world.providers()
    with refused(code):
        ask(world.central, world.screened(), **given)


def handed(world):
    """Somebody who wants work, handed to Communities for Work."""
    world.providers()
    named = {"name_en": "Communities for Work Plus", "name_cy": "Cymunedau am Waith a Mwy", "kind": "agency"}
    rows = [{"key": "communities_for_work", "valid_from": date(2018, 4, 1)} | named]
    load_organisations(machine("system-admin"), organisations=rows)
    return world.screened(needs=["work"], birth_date=date(1990, 5, 1))


def test_somebody_is_handed_to_communities_for_work_and_its_acknowledgement_is_kept(world):
    kept = handed(world)
    ask(world.central, kept, organisation="communities_for_work", offer="")
    kept = world.provider_said(world.kept(kept.reference), "accepted", starts_on=NOON.date() + timedelta(days=3))
    brokering = Brokering.unscoped.get()
    assert (kept.status, brokering.state, brokering.offer_id) == ("with-provider", "accepted", None)
    assert (brokering.answered_by, brokering.starts_on) == ("Their duty worker", NOON.date() + timedelta(days=3))


def test_communities_for_work_is_offered_first_to_whoever_wants_work_and_once_it_said_no_not_again(world):
    kept = handed(world)
    actor = world.central
    first = next_options(actor, kept.reference)[0]
    assert (first.provider, first.line_key) == ("Communities for Work Plus", "")
    ask(actor, kept, organisation="communities_for_work", offer="")
    world.provider_said(world.kept(kept.reference), "not-eligible")
    assert all(each.line_key or not each.provider for each in next_options(actor, kept.reference))


def test_nobody_else_is_asked_for_nothing(world, as_):
    kept = handed(world)
    with refused("offer_not_in_force"):
        ask(world.central, kept, offer="")
    page = as_(world.central)
    day = {"person_agreed_on_day": 10, "person_agreed_on_month": 6, "person_agreed_on_year": 2026}
    sent = {"version": kept.version, "packet": "Wants work.", "organisation": "citizens_advice"} | day
    address = f"/frontdoor/referrals/{kept.reference}/ask/"
    assert "Choose what would help." in page.post(address, sent).content.decode()
    assert "Hand to Communities for Work Plus" in page.get(f"/frontdoor/referrals/{kept.reference}/").content.decode()
    assert page.post(address, sent | {"organisation": "communities_for_work"}).status_code == 303


def test_one_provider_is_asked_at_a_time(world):
    world.providers()
    with refused("referral_brokered_already"):
        ask(world.central, world.brokered())


def test_nobody_is_asked_about_somebody_whom_safeguarding_holds(world):
    world.providers()
    kept = world.screened()
    world.contact_stopped(world.resident_behind(kept))
    with refused("outreach_stopped"):
        ask(world.central, kept)


def test_what_nobody_has_looked_at_goes_to_no_provider(world):
    world.providers()
    with refused("screen_first"):
        ask(world.central, world.referral())


def test_a_sealed_persons_referral_is_not_found(world):
    world.providers()
    kept = world.screened()
    world.restrict(world.resident_behind(kept), "sealed")
    with pytest.raises(NotFound):
        ask(world.central, kept)


def test_asking_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        ask(world.lead_worker, world.screened())


def test_the_page_asks_for_the_persons_yes_first_and_asks_from_an_option(world, as_):
    world.providers()
    kept = world.screened(needs=["money"], person_agrees=False)
    browser = as_(world.central)
    options = browser.get(f"/frontdoor/referrals/{kept.reference}/").content.decode()
    assert "offer=PV-10&amp;organisation=citizens_advice" in options
    address = f"/frontdoor/referrals/{kept.reference}/ask/"
    page = browser.get(f"{address}?offer=PV-10&organisation=citizens_advice").content.decode()
    assert "Speak with them first" in page and '<option value="PV-10" selected>' in page
    sent = {"version": kept.version, "offer": "PV-10", "organisation": "citizens_advice", "packet": "A fuel bill."}
    assert browser.post(address, sent).status_code == 422, "without the day of their yes"
    day = {"person_agreed_on_day": 10, "person_agreed_on_month": 6, "person_agreed_on_year": 2026}
    assert browser.post(address, sent | day).status_code == 303
    assert world.kept(kept.reference).status == ReferralStatus.BROKERED


def test_the_page_is_not_for_a_lead_worker(world, as_):
    assert as_(world.lead_worker).get(f"/frontdoor/referrals/{world.screened().reference}/ask/").status_code == 403


def test_only_whoever_can_be_asked_today_is_offered(world, as_):
    world.framework()  # the core offer names providers, and none of them takes part
    kept = world.screened(needs=["money"])
    page = main_of(as_(world.central).get(f"/frontdoor/referrals/{kept.reference}/"))
    assert "What could come next" in page and "Ask :" not in page and "PV-10" not in page


def test_while_an_answer_is_waited_for_it_is_what_the_button_asks_for(world, as_):
    world.providers()
    kept = world.brokered()
    page = main_of(as_(world.central).get(f"/frontdoor/referrals/{kept.reference}/"))
    assert page.index("Record what the provider said") < page.index("The person said no")
    assert page.index("Something else has happened") < page.index("Stop the clock for a while")
