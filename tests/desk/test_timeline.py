"""A person's timeline: everything across the rooms, newest first, and only what this role may see."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from lynchpin.casework.use_cases.record_absence import record_absence
from lynchpin.desk.choices import Happened
from lynchpin.desk.queries.timeline import PAGE, timeline
from lynchpin.kernel import clock
from lynchpin.pathways.models import Place
from tests.casework.counting import statements


def opened(browser, resident, ask=""):
    return browser.get(reverse("desk:timeline", args=[resident.reference]) + ask)


@pytest.fixture
def lived(world):
    """A person with a case, a conversation, a plan, a pathway, a contact and an outcome."""
    someone = world.resident()
    case = world.case(someone, worker=world.worker)
    world.conversation(case, world.worker)
    world.plan(case, world.worker, "Sleep better")
    world.contact(case, world.worker, note="Talked about the damp")
    world.place(case, world.worker)
    world.outcome(case, world.worker)
    return someone, case


def test_every_room_that_may_be_asked_tells_its_part(world, lived):
    someone, _ = lived
    told = {event.kind for event in timeline(world.lead_worker, someone.reference).events}
    assert told == set(Happened) - {Happened.NOTICE}


def test_the_newest_comes_first(world, lived):
    at = [event.at for event in timeline(world.lead_worker, lived[0].reference).events]
    assert at == sorted(at, reverse=True)


def test_each_line_leads_to_its_own_page(world, as_, lived):
    someone, case = lived
    page = opened(as_(world.lead_worker), someone).content.decode()
    for url in (
        reverse("casework:case", args=[case.reference]),
        reverse("frontdoor:referral", args=[case.referral_reference]),
        "/pathways/places/W-",
    ):
        assert url in page


def test_one_kind_alone_can_be_read(world, lived):
    events = timeline(world.lead_worker, lived[0].reference, kind="contact").events
    assert [event.kind for event in events] == [Happened.CONTACT]


def test_a_long_story_is_read_page_by_page_and_nothing_is_lost_or_told_twice(world, as_, lived):
    someone, case = lived
    for days in range(PAGE + 5):
        world.contact(case, world.worker, at=clock.now() - timedelta(minutes=days + 1))
    pages = [timeline(world.lead_worker, someone.reference, kind="contact", page=number) for number in (1, 2, 3)]
    at = [event.at for page in pages for event in page.events]
    assert [len(page.events) for page in pages] == [PAGE, 6, 0] and at == sorted(set(at), reverse=True)
    assert [page.has_older for page in pages] == [True, False, False]
    page = opened(as_(world.lead_worker), someone, "?kind=contact").content.decode()
    assert "?kind=contact&amp;page=2" in page


@pytest.mark.parametrize("ask", ["?kind=invented", "?page=0", "?page=-3", "?page=ten", "?page=99999999999999999999"])
def test_an_address_that_makes_no_sense_still_shows_a_page(world, as_, lived, ask):
    assert opened(as_(world.worker), lived[0], ask).status_code == 200


def test_the_centre_is_told_nothing_of_what_was_talked_about(world, as_, lived):
    page = opened(as_(world.central), lived[0]).content.decode()
    assert "Talked about the damp" not in page and "A case was opened" in page


def test_a_worker_sees_no_referral_and_no_tab_for_one(world, lived):
    facts = timeline(world.worker, lived[0].reference)
    assert Happened.REFERRAL not in facts.kinds and Happened.NOTICE not in facts.kinds
    assert all(event.kind != Happened.REFERRAL for event in facts.events)


def test_another_persons_story_is_not_told(world, lived):
    other = world.case(world.resident(), worker=world.worker)
    world.contact(other, world.worker, note="Somebody else entirely")
    assert all(event.text != "Somebody else entirely" for event in timeline(world.worker, lived[0].reference).events)


def test_a_sealed_person_and_another_clusters_are_missing(world, as_, lived):
    away = world.resident(area_code=world.IN_TAF_WEST)
    assert opened(as_(world.lead_worker), away).status_code == 404
    world.restrict(lived[0], "sealed")
    assert opened(as_(world.lead_worker), lived[0]).status_code == 404


def test_a_referrer_may_not_open_it(world, as_, lived):
    assert opened(as_(world.referrer), lived[0]).status_code == 403


@pytest.mark.parametrize("role", ["worker", "lead_worker", "central"])
def test_it_needs_thirty_statements_at_most_however_long_the_story(world, as_, lived, role):
    someone, case = lived
    browser = as_(getattr(world, role))
    few = statements(lambda: opened(browser, someone))
    for _ in range(5):
        world.contact(case, world.worker)
    world.outcome(case, world.worker, measure="OM05")
    assert statements(lambda: opened(browser, someone)) == few <= 30


def test_the_overview_leads_to_it(world, as_, lived):
    page = as_(world.worker).get(reverse("desk:overview", args=[lived[0].reference])).content.decode()
    assert reverse("desk:timeline", args=[lived[0].reference]) in page


@pytest.fixture
def covering(world, lived):
    """A colleague who covers for the worker today."""
    colleague, today = world.actor("engagement-worker", cluster="porth"), clock.today()
    given = {"from_on": today, "to_on": today + timedelta(days=2), "reason": "leave", "at": clock.now()}
    record_absence(world.lead_worker, staff_id=world.worker.staff_id, cover_id=colleague.staff_id, **given)
    return colleague


def told_in(page) -> set[str]:
    """The kinds of what stands on the page."""
    return {event.kind for event in page.context["facts"].events}


def test_whoever_covers_reads_the_case_here_and_no_pathway_or_outcome_that_cover_does_not_reach(as_, lived, covering):
    page = opened(as_(covering), lived[0])
    assert told_in(page) == {Happened.CASE, Happened.CONTACT, Happened.PLAN}


def test_the_overview_tells_whoever_covers_no_more_than_the_rooms_themselves_would(world, as_, lived, covering):
    someone, case = lived
    place = Place.unscoped.get(case=case)
    assert as_(covering).get(reverse("pathways:place", args=[place.reference])).status_code == 404
    page = as_(covering).get(reverse("desk:overview", args=[someone.reference])).content.decode()
    assert place.reference not in page
