"""A data protection officer sees who looked, and which agreements end."""

from __future__ import annotations

from lynchpin.people.models import Resident
from tests.journeys import given


def test_who_looked_at_somebody_is_found_by_their_reference(arrive):
    # given a worker who opened a case
    case = given.case("porth", "lead-worker", "engagement-worker")
    arrive("engagement-worker").visit(f"/casework/{case.reference}/")
    person = Resident.unscoped.get(pk=case.resident_id)
    # when the officer asks who looked at that person
    officer = arrive("data-protection-officer")
    officer.follow(officer.section("looks").locator("a[href$='/data-protection/looked/']"))
    officer.page.locator(".app-filter summary").click()
    officer.answer(person=person.reference)
    officer.press(officer.page.locator("form[method=get] button[type=submit]"))
    # then the worker is named
    assert given.staff("engagement-worker").name in officer.text()


def test_the_agreement_that_ends_stands_on_the_home(arrive):
    # given the health visitors' agreement, which ends within the month
    officer = arrive("data-protection-officer")
    # when the officer opens what ends
    officer.follow(officer.section("agreements").locator("h3 a"))
    # then it is that agreement, and all of them are one press away
    assert "/organisations/agreements/" in officer.path
    officer.visit("/desk/data-protection/")
    assert officer.page.locator("main table").count() == 2
