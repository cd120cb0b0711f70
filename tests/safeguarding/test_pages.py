from datetime import timedelta

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from lynchpin.face.forms import fields_without_a_sentence
from lynchpin.kernel import clock
from lynchpin.safeguarding import forms
from lynchpin.safeguarding.models import Concern

FORM = {"words": "She said so", "category": "neglect", "about_child": "yes", "position_of_trust": "no"}
RIGHTS = ("django_session", "organisations_", "kernel_", "SAVEPOINT")


def test_a_concern_is_raised_in_two_taps_with_999_first(world, as_):
    resident = world.resident()
    link = render_to_string("safeguarding/_raise_link.html", {"about": resident.reference})
    address = f"/safeguarding/concerns/new/?about={resident.reference}"
    assert address in link
    browser = as_(world.worker)
    page = browser.get(address).content.decode()
    assert page.index("999") < page.index('<form method="post" class="app-form"')
    assert browser.post(address, FORM).status_code == 303
    assert Concern.unscoped.get().resident_id == resident.pk


def test_a_concern_about_somebody_without_a_record_asks_for_a_name(world, as_):
    browser = as_(world.worker)
    assert browser.post("/safeguarding/concerns/new/", FORM).status_code == 422
    assert browser.post("/safeguarding/concerns/new/", FORM | {"about_name": "A lad"}).status_code == 303


@pytest.mark.parametrize("about", ["x", "P-2222", "%27"])
def test_an_address_that_names_nobody_is_missing(world, as_, about):
    assert as_(world.worker).get(f"/safeguarding/concerns/new/?about={about}").status_code == 404


def test_whoever_raised_it_sees_its_status_and_no_word_of_it(world, as_):
    world.concern(world.resident(), "reported", words="Most secret")
    page = as_(world.worker).get("/safeguarding/concerns/mine/").content.decode()
    assert "Reported by phone" in page and "Most secret" not in page


def test_the_store_is_for_the_safeguarding_lead_alone(world, as_):
    concern = world.concern(world.resident())
    pages = ["", *(f"{concern.reference}/{step}" for step in ("", "report/", "confirm/", "acknowledge/", "close/"))]
    for role, status in (("safeguarding-lead", 200), ("central-support", 403), ("data-protection-officer", 403)):
        browser = as_(world.actor(role))
        assert {browser.get(f"/safeguarding/concerns/{page}").status_code for page in pages} == {status}


def test_what_is_due_longest_stands_first_and_says_that_it_is_overdue(world, as_):
    first, second = world.resident(), world.resident()
    world.concern(first, "confirmed")
    world.concern(second, "reported")
    with clock.held(clock.now() + timedelta(hours=25)):
        page = as_(world.actor("safeguarding-lead")).get("/safeguarding/concerns/").content.decode()
    assert "Overdue: confirm it in writing now." in page
    assert page.index(second.surname) < page.index(first.surname)


def test_the_lead_walks_a_concern_to_its_end(world, as_):
    concern = world.concern(world.resident())
    browser, address = as_(world.safeguarding_lead), f"/safeguarding/concerns/{concern.reference}/"
    when = {"on_day": 10, "on_month": 6, "on_year": 2026, "time": "13:00"}
    steps = {
        "report/": when | {"reported_to": "The duty officer"},
        "confirm/": when,
        "acknowledge/": when,
        "close/": {"outcome": "No further action", "feedback_given": "yes"},
    }
    for version, (step, answers) in enumerate(steps.items(), start=1):
        assert browser.post(address + step, answers | {"version": version}).status_code == 303, step
    assert Concern.unscoped.get().status == "closed"


def test_statements_of_the_list_do_not_grow(world, as_):
    browser, counts = as_(world.safeguarding_lead), []
    for _ in range(2):
        world.concern(world.resident())
        with CaptureQueriesContext(connection) as seen:
            browser.get("/safeguarding/concerns/")
        counts.append(sum(not any(word in query["sql"] for word in RIGHTS) for query in seen.captured_queries))
    assert counts[0] == counts[1] <= 15


@pytest.mark.parametrize(
    "form", [forms.RaiseConcernForm, forms.StepForm, forms.ReportConcernForm, forms.CloseConcernForm]
)
def test_every_question_that_must_be_answered_says_so_in_its_own_words(form):
    assert fields_without_a_sentence(form) == []


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"seen_on_day": "9", "seen_on_month": "6", "seen_on_year": "2026"}, "at about what time it was"),
        ({"seen_time": "14:30"}, "Enter the day too."),
    ],
)
def test_half_of_when_it_was_seen_is_asked_for_and_not_lost(world, as_, given, sentence):
    answer = as_(world.worker).post("/safeguarding/concerns/new/", FORM | {"about_name": "A lad"} | given)
    assert answer.status_code == 422 and sentence in answer.content.decode()
    assert not Concern.unscoped.exists()


def test_a_concern_shows_the_minute_of_each_step(world, as_):
    concern = world.concern(world.resident(), "reported", seen_or_heard_at=clock.now() - timedelta(minutes=30))
    page = as_(world.safeguarding_lead).get(f"/safeguarding/concerns/{concern.reference}/").content.decode()
    assert "10 June 2026, 12:30" in page and "At 13:00" in page


def test_the_next_step_of_a_concern_stands_before_its_words(world, as_):
    concern = world.concern(world.resident())
    page = as_(world.safeguarding_lead).get(f"/safeguarding/concerns/{concern.reference}/").content.decode()
    assert page.index(f"/safeguarding/concerns/{concern.reference}/report/") < page.index("In the words that were used")


def test_a_step_that_cannot_be_taken_says_so_before_it_is_filled_in(world, as_):
    concern = world.concern(world.resident(), "reported")
    browser, address = as_(world.safeguarding_lead), f"/safeguarding/concerns/{concern.reference}/"
    taken, open_to = (
        browser.get(f"{address}report/").content.decode(),
        browser.get(f"{address}confirm/").content.decode(),
    )
    assert "has taken this step already" in taken and 'class="app-form"' not in taken
    assert 'class="app-form"' in open_to


def test_closed_concerns_stay_within_reach_of_the_safeguarding_lead_alone(world, as_):
    concern = world.concern(world.resident())
    closing = {"version": concern.version, "outcome": "Support goes on", "feedback_given": "yes"}
    browser = as_(world.safeguarding_lead)
    browser.post(f"/safeguarding/concerns/{concern.reference}/close/", closing)
    page = browser.get("/safeguarding/concerns/closed/").content.decode()
    assert concern.reference in page and "Support goes on" in page
    assert concern.reference not in browser.get("/safeguarding/concerns/").content.decode()
    assert as_(world.central).get("/safeguarding/concerns/closed/").status_code == 403


def test_statements_of_the_closed_concerns_do_not_grow(world, as_):
    browser, counts = as_(world.safeguarding_lead), []
    for _ in range(2):
        concern = world.concern(world.resident())
        closing = {"version": concern.version, "outcome": "Support goes on", "feedback_given": "yes"}
        browser.post(f"/safeguarding/concerns/{concern.reference}/close/", closing)
        with CaptureQueriesContext(connection) as seen:
            browser.get("/safeguarding/concerns/closed/")
        counts.append(sum(not any(word in query["sql"] for word in RIGHTS) for query in seen.captured_queries))
    assert counts[0] == counts[1] <= 15
