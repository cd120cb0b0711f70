"""Where scripts do not run, help is still asked for and a contact is still kept."""

from __future__ import annotations

from datetime import date

from lynchpin.frontdoor.models import Referral
from tests.journeys import given


def test_help_is_asked_for_without_scripts(arrive):
    # given somebody whose browser runs no scripts
    resident, name = arrive(scripts=False), " ".join(given.somebody().values())
    resident.visit("/help/")
    # when they send the form
    resident.answer(name=name, needs=["home"], channels=["email"], email="a@example.org", birth_date=date(1986, 3, 27))
    resident.submit()
    # then they have their receipt
    assert Referral.unscoped.get(told_name=name).reference in resident.text()


def test_a_contact_is_kept_without_scripts(arrive):
    # given a worker whose browser runs no scripts
    case = given.case("porth", "lead-worker", "engagement-worker", days_ago=1)
    worker = arrive("engagement-worker", scripts=False)
    # when they record a contact from their home
    worker.follow(f"/casework/{case.reference}/contact/")
    worker.answer(minutes="15", note="We talked about Monday.")
    worker.submit()
    # then it stands on the case
    assert "We talked about Monday." in worker.text()
