"""How a case ends is how its referral ends: and a no said to a worker is a no for a year."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lynchpin.casework.choices import EndReason
from lynchpin.frontdoor.choices import ReferralStatus
from lynchpin.frontdoor.models import Referral, TimelineEntry
from lynchpin.frontdoor.queries.peace import left_in_peace
from lynchpin.outcomes.rules import FRONT_DOOR_ENDS
from tests.conftest import NOON
from tests.support import refused, trail


def closed(world, reason):
    case = world.case(worker=world.worker)
    world.closed(case, world.worker, reason=reason)
    return world.kept(case.referral_reference)


def test_every_reason_of_closing_a_case_is_an_end_at_the_front_door():
    assert set(FRONT_DOOR_ENDS) == set(EndReason)


@pytest.mark.parametrize(
    ("reason", "status", "end_code"),
    [("moved-away", "ended", "moved-away"), ("persons-no", "declined-by-person", ""), ("no-reply", "open-offer", "")],
)
def test_the_referral_ends_as_its_case_did_with_no_clock_running(world, reason, status, end_code):
    kept = closed(world, reason)
    assert (kept.status, kept.end_code, kept.due_at) == (status, end_code, None)
    assert trail("frontdoor.referral_ended") == [{"status": status, "end": end_code}]


def test_a_no_said_to_a_worker_leaves_them_in_peace_for_a_year(world):
    case = world.case(world.resident(birth_date=(NOON - timedelta(days=9000)).date()), worker=world.worker)
    world.closed(case, world.worker, reason="persons-no")
    assert left_in_peace(NOON + timedelta(days=300)) and not left_in_peace(NOON + timedelta(days=400))


def test_a_no_said_to_a_worker_stops_the_next_referral_of_somebody_who_did_not_ask(world):
    case = world.case(worker=world.worker)
    world.closed(case, world.worker, reason="persons-no")
    with refused("no_within_a_year"):
        world.routed(resident=world.resident_of(case), person_agrees=False)


def test_the_referrer_is_told_of_the_end_and_not_of_the_no(world):
    kept = closed(world, "persons-no")
    told = TimelineEntry.unscoped.filter(referral_id=kept.pk, for_referrer=True).values_list("kind", flat=True)
    assert "ended" in told and "persons-no" not in told


def test_a_no_to_the_centre_meanwhile_stays_a_no(world):
    case = world.case(worker=world.worker)
    world.said_no(world.kept(case.referral_reference))
    world.closed(case, world.worker, reason="moved-away")
    assert world.kept(case.referral_reference).status == ReferralStatus.DECLINED_BY_PERSON


def test_what_joined_the_same_work_ends_with_it(world):
    case = world.case(worker=world.worker)
    joined = world.routed(resident=world.resident_of(case))
    world.closed(case, world.worker, reason="moved-away")
    assert set(Referral.unscoped.values_list("status", flat=True)) == {"ended"} and joined.status == "taken-up"
