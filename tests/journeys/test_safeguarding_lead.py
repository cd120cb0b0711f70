"""A worry reaches the safeguarding lead, and stops outreach."""

from __future__ import annotations

from lynchpin.people.models import Resident
from tests.journeys import given

HEARD = "She said: I am afraid to go home."


def test_a_concern_raised_from_somebodys_page_is_with_the_lead_and_stops_outreach(arrive):
    # given a worker who is worried about somebody on their caseload
    case = given.case("porth", "lead-worker", "engagement-worker")
    person = Resident.unscoped.get(pk=case.resident_id)
    worker = arrive("engagement-worker")
    worker.visit(f"/desk/people/{person.reference}/")
    worker.follow(f"?about={person.reference}")
    # when the worker writes what was heard
    worker.answer(words=HEARD, category="not-sure", about_child="no", position_of_trust="no")
    worker.submit()
    # then the lead has it at home, and tells whom they telephoned
    lead = arrive("safeguarding-lead")
    lead.follow(lead.section("concerns").locator("h3 a").filter(has_text=person.surname))
    assert HEARD in lead.text()
    lead.follow("/report/")
    lead.answer(reported_to="The duty officer")
    lead.submit()
    # and nobody is led to make contact
    worker.visit(f"/casework/{case.reference}/contact/")
    assert worker.page.locator(".govuk-warning-text").count()
