"""What a provider answers: a yes has a day, and any other answer brings the person back to somebody who is there."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.models import Brokering
from lynchpin.frontdoor.use_cases.answer_brokering import answer_brokering
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted, Stale
from lynchpin.organisations.use_cases.end_role import end_role
from tests.support import recorded, refused


def test_a_yes_with_a_day_hands_them_over_and_stops_the_clock(world, asked):
    kept = world.provider_said(asked, "accepted", starts_on=clock.today())
    assert (kept.status, kept.due_at, Brokering.unscoped.get().state) == ("with-provider", None, "accepted")
    assert recorded()[-1] == "frontdoor.brokering_answered"


@pytest.mark.parametrize("answer", rules.ANSWERED_NO)
def test_any_other_answer_brings_them_back_with_an_owner_a_cause_and_a_clock(world, asked, answer):
    kept = world.provider_said(asked, answer)
    assert (kept.status, kept.returned_because, kept.clock_step) == ("returned", answer, "decide")
    assert (kept.owner_id, Brokering.unscoped.get().state) == (world.central.staff_id, "returned")


def test_a_yes_without_a_day_is_a_waiting_list(world, asked):
    with refused("start_day_missing"):
        world.provider_said(asked, "accepted")


def test_nobody_starts_before_they_were_asked_for(world, asked):
    with refused("start_before_asked"):
        world.provider_said(asked, "accepted", starts_on=clock.today() - timedelta(days=1))


def test_an_answer_is_given_once(world, asked):
    with refused("referral_with_provider_already"):
        world.provider_said(world.provider_said(asked, "accepted", starts_on=clock.today()), "declined")


def test_a_stale_page_answers_nothing(world, asked):
    world.said_no(world.kept(asked.reference))
    with pytest.raises(Stale):
        world.provider_said(asked, "declined")


def test_when_who_decided_has_left_another_of_the_centre_owns_what_came_back(world, asked):
    other = world.actor("central-support")
    end_role(world.system_admin, assignment_id=world.central.assignment_id, version=1, at=clock.now())
    told = {"reference": asked.reference, "version": asked.version, "answered_by": "Duty", "at": clock.now()}
    answer_brokering(other, answer="declined", **told)
    assert world.kept(asked.reference).owner_id == other.staff_id


def test_answering_needs_its_permission(world, asked):
    world.__dict__["central"] = world.without(world.central, "frontdoor.answer_brokering")
    with pytest.raises(NotPermitted):
        world.provider_said(asked, "declined")


def test_on_the_page_a_no_shows_other_options_and_not_the_one_that_said_no(world, as_, asked):
    browser = as_(world.central)
    address = f"/frontdoor/referrals/{asked.reference}/"
    assert "Record what the provider said" in browser.get(address).content.decode()
    sent = {"version": asked.version, "answer": "no-capacity", "answered_by": "Their duty worker"}
    assert browser.post(f"{address}answered/", sent).status_code == 303
    page = browser.get(address).content.decode()
    assert "The service has no room" in page and "What could come next, best first" in page
    assert "offer=PV-10&amp;organisation=citizens_advice" not in page


def test_the_page_is_not_for_a_lead_worker(world, as_, asked):
    assert as_(world.lead_worker).get(f"/frontdoor/referrals/{asked.reference}/answered/").status_code == 403
