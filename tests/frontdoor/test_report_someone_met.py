"""Reporting somebody met at an activity: it goes to the centre, with their yes, and onto nobody's own caseload."""

from __future__ import annotations

import pytest

from lynchpin.face.lists import ListQuery
from lynchpin.frontdoor.choices import ReferralSource, ReferralStatus
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.queries.referrals import queue
from lynchpin.frontdoor.use_cases.report_someone_met import report_someone_met
from lynchpin.kernel.errors import NotPermitted
from lynchpin.people.models import Involvement
from lynchpin.places.use_cases.add_venue import add_venue
from tests.conftest import NOON
from tests.support import recorded, refused, trail

SAFE = {"channels": ["phone"], "when": "", "voicemail_ok": None, "must_not_know": ""}
MET = {
    "name": "Heulwen Rhydderch",
    "met_at": "Coffee morning",
    "needs": ["loneliness"],
    "safe_contact": SAFE,
    "phone": "01443 000000",
    "person_agrees": True,
}
TYPED = {
    "name": "Heulwen Rhydderch",
    "venue": "",
    "met_at": "Coffee morning",
    "needs": ["loneliness"],
    "channels": ["phone"],
    "phone": "01443 000000",
    "person_agrees": "yes",
}


def test_whoever_a_worker_met_waits_at_the_centre_and_is_on_no_caseload(world):
    kept = world.kept(report_someone_met(world.worker, at=NOON, **MET))
    assert (kept.status, kept.owner_id, kept.sent_by) == (ReferralStatus.RECEIVED, None, world.worker.staff_id)
    assert [row.reference for row in queue(world.central, ListQuery()).rows] == [kept.reference]
    assert not Involvement.unscoped.exists()


def test_the_trail_says_how_they_came_and_no_word_that_was_typed(world):
    report_someone_met(world.worker, at=NOON, **MET)
    assert recorded()[-1] == "frontdoor.someone_met_reported"
    assert trail("frontdoor.someone_met_reported") == [{"source": "RS5"}]


def test_the_centre_meets_people_at_events(world):
    kept = world.kept(report_someone_met(world.central, at=NOON, **MET))
    assert kept.source == ReferralSource.WALK_IN


def test_without_their_yes_nothing_is_kept(world):
    with refused("met_person_has_not_agreed"):
        report_someone_met(world.worker, at=NOON, **MET | {"person_agrees": False})
    assert Referral.unscoped.count() == 0


def test_reporting_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        report_someone_met(world.without(world.worker, "frontdoor.report_someone_met"), at=NOON, **MET)


def test_a_no_is_a_sentence_on_the_page_and_loses_nothing(world, as_):
    page = as_(world.worker).post("/frontdoor/met/", TYPED | {"person_agrees": "no"})
    text = page.content.decode()
    assert page.status_code == 422 and "Ask them first" in text and "Coffee morning" in text
    assert Referral.unscoped.count() == 0


def test_the_page_asks_where_they_met_and_how_to_reach_them(world, as_):
    page = as_(world.worker).post("/frontdoor/met/", TYPED | {"met_at": "", "phone": ""}).content.decode()
    assert "Choose or enter where you met." in page and "so that we can ring" in page


def test_a_form_sent_twice_reports_one_person(world, as_):
    browser = as_(world.worker)
    for _ in range(2):
        assert browser.post("/frontdoor/met/", TYPED | {"form_key": "twice"}).status_code == 303
    assert Referral.unscoped.get().met_at == "Coffee morning"


def test_it_is_two_taps_from_the_workers_day(world, as_):
    assert 'href="/frontdoor/met/"' in as_(world.worker).get("/desk/").content.decode()


def test_a_venue_is_chosen_from_the_list(world, as_):
    add_venue(world.admin_officer, name_en="Porth Hall", name_cy="Neuadd y Porth", area=world.IN_PORTH)
    as_(world.worker).post("/frontdoor/met/", TYPED | {"venue": "Porth Hall", "met_at": ""})
    assert Referral.unscoped.get().met_at == "Porth Hall"


@pytest.mark.parametrize(
    ("role", "status"),
    [("engagement-worker", 200), ("lead-worker", 200), ("central-support", 200), ("referrer", 403)],
)
def test_the_page_opens_for_those_who_meet_people(world, as_, role, status):
    assert as_(world.actor(role, cluster="porth")).get("/frontdoor/met/").status_code == status
