"""An engagement worker comes in from the street: who is there today, and a contact kept before the next bus."""

from __future__ import annotations

from datetime import timedelta

from lynchpin.kernel import clock
from tests.journeys import given


def test_todays_people_stand_first_and_a_contact_is_saved_with_two_presses(arrive):
    # given a person whose contact is due today
    case = given.case("porth", "lead-worker", "engagement-worker")
    given.contact(case, "engagement-worker", days_ago=7, next_contact_on=clock.today())
    # when the worker signs in and records a contact as the page suggests it
    worker = arrive()
    worker.sign_in(given.email("engagement-worker"))
    today = worker.section("today")
    worker.taps = 0
    worker.follow(today.locator(f"a[href$='/{case.reference}/contact/']"))
    worker.submit()
    # then it took two presses, is on the case, and the person is no longer due
    assert worker.taps == 2
    assert worker.reference == case.reference
    assert worker.page.locator("section[aria-labelledby=contacts] .moj-timeline__item").count() == 2
    worker.visit("/desk/")
    assert not worker.section("today").locator(f"a[href$='/{case.reference}/contact/']").count()


def test_a_contact_with_words_asks_for_nothing_that_is_known(arrive):
    # given a person on the caseload with whom nobody has spoken yet
    case = given.case("porth", "lead-worker", "engagement-worker", days_ago=1)
    # when the worker tells what happened and what comes next
    worker = arrive("engagement-worker")
    worker.visit(f"/casework/{case.reference}/contact/")
    worker.taps = 0
    worker.answer(note="We walked to the library.", next_step="Ring on Monday", next_in="7")
    worker.submit()
    # then three answers and one press were enough, and the next day stands on the home
    assert worker.taps == 4
    assert "We walked to the library." in worker.text()
    assert given.again(case).next_contact_on == clock.today() + timedelta(days=7)
