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
