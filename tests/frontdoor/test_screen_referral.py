"""Screening: a referral is tied to somebody known, or welcomes somebody new."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lynchpin.frontdoor.choices import ReferralStatus
from lynchpin.frontdoor.models import Referral, ReferralClock
from lynchpin.frontdoor.use_cases.pause_clock import pause_clock
from lynchpin.frontdoor.use_cases.resume_clock import resume_clock
from lynchpin.frontdoor.use_cases.screen_referral import screen_referral
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.people.models import Resident, SafeContact
from tests.casework.counting import statements
from tests.conftest import NOON
from tests.support import recorded, refused, trail


def screen(actor, referral, **given):
    who = {"forename": "Eurwen", "surname": "Meredydd"} | given
    return screen_referral(
        actor, reference=referral.reference, at=NOON, **{"version": referral.version, "urgency": "routine"} | who
    )


def test_somebody_new_is_welcomed_with_what_they_said_is_safe(world):
    reference = world.asks_for_help(phone="01443 000000")
    screen(world.central, world.kept(reference), area_code=world.IN_PORTH)
    kept = world.kept(reference)
    resident = world.resident_behind(kept)
    assert (kept.status, kept.cluster_id, resident.phone) == (ReferralStatus.SCREENING, "porth", "01443 000000")
    assert SafeContact.unscoped.get(resident_id=resident.pk).channels == ["phone"]
    assert recorded()[-2:] == ["people.resident_welcomed", "frontdoor.referral_screened"]


def test_somebody_known_is_not_added_again(world):
    resident = world.resident()
    kept = world.screened(resident=resident)
    assert kept.resident_id == resident.pk
    assert Resident.unscoped.count() == 1
    assert trail("frontdoor.referral_screened")[0]["known"] is True


def test_a_new_urgency_moves_what_was_promised_and_the_clock_that_runs(world):
    kept = world.referral()
    screen(world.central, kept, urgency="same-day")
    kept = world.kept(kept.reference)
    assert (kept.decide_by_on, local_date(kept.due_at)) == (date(2026, 6, 10), date(2026, 6, 10))
    assert ReferralClock.unscoped.running().get(referral_id=kept.pk).due_at == kept.due_at


def test_a_new_urgency_gives_back_what_the_clock_stood_still(world):
    kept = world.referral()
    told = {"reference": kept.reference, "version": kept.version}
    pause_clock(world.central, because="more-facts", at=NOON, **told)
    resume_clock(world.central, at=NOON + timedelta(days=7), **told)  # five working days later
    screen(world.central, kept, urgency="same-day")
    assert local_date(world.kept(kept.reference).due_at) == date(2026, 6, 17)


def test_a_referral_is_screened_once(world):
    with refused("referral_screened_already"):
        screen(world.central, world.screened())


def test_a_stale_page_is_refused(world):
    kept = world.screened()
    with refused("changed_meanwhile"):
        screen(world.central, kept, version=kept.version - 1)


def test_a_resident_out_of_sight_cannot_be_tied(world):
    resident = world.resident()
    world.restrict(resident, "sealed")
    with pytest.raises(NotFound):
        screen(world.central, world.referral(), resident_reference=resident.reference)


def test_screening_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        screen(world.lead_worker, world.referral())


def test_the_page_shows_who_is_alike_and_who_is_with_them(world, as_):
    world.resident(forename="Eurwen", surname="Meredydd")
    kept = world.referral()
    browser, address = as_(world.central), f"/frontdoor/referrals/{kept.reference}/screen/"
    page = browser.get(address).content.decode()
    assert statements(lambda: browser.get(address)) <= 30
    assert "Eurwen Meredydd" in page and "Somebody new" in page


def test_the_page_ties_and_goes_back_to_the_referral(world, as_):
    kept, resident = world.referral(), world.resident(forename="Eurwen", surname="Meredydd")
    typed = {"version": kept.version, "urgency": "soon", "resident_reference": resident.reference}
    answer = as_(world.central).post(f"/frontdoor/referrals/{kept.reference}/screen/", typed)
    assert answer.headers["Location"] == f"/frontdoor/referrals/{kept.reference}/"
    assert Referral.unscoped.get().resident_id == resident.pk


def test_nothing_is_asked_where_nobody_known_is_like_them(world, as_):
    kept = world.referral()
    form = as_(world.central).get(f"/frontdoor/referrals/{kept.reference}/screen/").context["form"]
    assert form["resident_reference"].is_hidden and form["resident_reference"].value() == "new"
    assert form["forename"].label == "Forename", "not: if new"
    world.resident(forename="Eurwen", surname="Meredydd")
    form = as_(world.central).get(f"/frontdoor/referrals/{kept.reference}/screen/").context["form"]
    assert not form["resident_reference"].is_hidden and form["resident_reference"].value() is None


def test_the_page_takes_nobody_for_new_unless_it_is_said(world, as_):
    kept = world.referral()
    browser, address = as_(world.central), f"/frontdoor/referrals/{kept.reference}/screen/"
    typed = {"version": kept.version, "urgency": "soon", "forename": "Eurwen", "surname": "Meredydd"}
    assert browser.post(address, typed).status_code == 422
    assert browser.post(address, typed | {"resident_reference": "new"}).status_code == 303
    assert Resident.unscoped.get().forename == "Eurwen"


def test_the_page_is_not_for_a_lead_worker(world, as_):
    assert as_(world.lead_worker).get(f"/frontdoor/referrals/{world.referral().reference}/screen/").status_code == 403
