"""Nobody is dropped and nobody is pestered: 10,000 journeys by the rules, and some hundreds through the service itself."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random

import pytest

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import ReferralStatus, ReturnCause
from lynchpin.frontdoor.models import Brokering, Referral, ReferralClock
from lynchpin.frontdoor.use_cases.lapse_brokerings import lapse_brokerings
from lynchpin.kernel import clock
from lynchpin.kernel.errors import Refused
from lynchpin.organisations.actors import clock_actor
from lynchpin.organisations.models import Staff
from tests.conftest import NOON
from tests.frontdoor.journeys import CENTRE, EVENTS, LEADS, Journey, lived
from tests.frontdoor.walks import walk

JOURNEYS, MOST_EVENTS = 10_000, 60
AT_WORK = {*CENTRE, *LEADS.values()}
HELD_BY_THE_CENTRE = {ReferralStatus.RECEIVED, ReferralStatus.SCREENING}  # every colleague of the centre sees the queue


@pytest.fixture(scope="module")
def journeys():
    return lived(seed=20260610, number=JOURNEYS, events=MOST_EVENTS, began_at=NOON)


def dropped(person: Journey) -> bool:
    """Neither an end that says how, nor the person's own no, nor somebody at work who owns what happens next."""
    if person.status in rules.ENDS:
        return person.status == ReferralStatus.ENDED and not person.cause
    return person.status not in HELD_BY_THE_CENTRE and person.owner not in AT_WORK


def pestered(person: Journey) -> bool:
    """Tried more than three times in six weeks without ever having asked or been met."""
    if person.asked or person.met:
        return False
    starts = sorted(person.tries)
    return any(
        sum(start <= moment < start + rules.APPROACHES_WITHIN for moment in starts) > rules.APPROACHES
        for start in starts
    )


def test_nobody_is_dropped(journeys):
    assert [person for person in journeys if dropped(person)] == []


def test_nobody_who_never_asked_is_tried_beyond_the_limit_and_nobody_after_a_no(journeys):
    assert [person for person in journeys if pestered(person) or person.tried_after_no] == []


def test_whoever_came_back_says_why_and_it_was_never_their_no(journeys):
    back = [person for person in journeys if person.status == ReferralStatus.RETURNED]
    assert back and {person.cause for person in back} <= set(ReturnCause)


def test_the_journeys_reach_every_status_the_limit_and_people_outside_every_cluster(journeys):
    reached = Counter(person.status for person in journeys)
    assert set(reached) == set(ReferralStatus)
    assert any(len(person.tries) >= rules.APPROACHES and not person.asked and not person.met for person in journeys)
    outside = {person.status for person in journeys if not person.cluster}
    assert outside == set(ReferralStatus)


def test_from_wherever_they_are_there_is_a_way_on_to_an_end():
    """No status is a trap: for whoever asked and whoever did not, with a case behind them or none."""
    for status in set(ReferralStatus) - rules.ENDS:
        for asked in (True, False):
            for had_a_case in (True, False):
                assert ends_from(status, asked, had_a_case), (status, asked, had_a_case)


def ends_from(status, asked, had_a_case) -> bool:
    for seed in range(200):
        rng, at = Random(seed), NOON
        person = Journey("", asked, status=status, owner=CENTRE[0], had_a_case=had_a_case)
        for _ in range(100):
            at += timedelta(days=1)
            rng.choice([event for event in EVENTS if event.__name__ != "say_no"])(person, rng, at)
            if person.status in rules.ENDS:
                return True
    return False


@pytest.mark.parametrize(
    "broken", [Journey("", asked=False, status=ReferralStatus.RETURNED), Journey("", False, ReferralStatus.ENDED, 1)]
)
def test_a_person_who_was_dropped_would_be_seen(broken):
    assert dropped(broken)


def test_a_person_who_was_pestered_would_be_seen():
    assert pestered(Journey("", asked=False, tries=[NOON + timedelta(weeks=week) for week in range(4)]))


def test_hundreds_through_the_service_itself_all_end_or_have_an_owner_at_work(world):
    world.providers()
    refusals = Counter()
    with clock.held(NOON):
        for seed in range(200):
            walk(world, Random(seed), refusals)
    lapse_brokerings(clock_actor(), at=NOON + timedelta(days=60))
    at_work = set(Staff.unscoped.at_work(clock.today()).values_list("pk", flat=True))
    for kept in Referral.unscoped.all():
        assert kept.status in rules.ENDS or kept.status in HELD_BY_THE_CENTRE or kept.owner_id in at_work
        waits = kept.status in (*HELD_BY_THE_CENTRE, ReferralStatus.RETURNED)
        assert not waits or ReferralClock.unscoped.running().filter(referral_id=kept.pk, step="decide").exists()
    ended = Referral.unscoped.filter(status__in=rules.ENDS).values("pk")
    assert not ReferralClock.unscoped.running().filter(referral_id__in=ended).exists()
    assert not Brokering.unscoped.open().filter(referral_id__in=ended).exists()
    assert Referral.unscoped.filter(cluster_id=None, resident_id__isnull=False).exists() and refusals
    assert len(set(Referral.unscoped.values_list("status", flat=True))) >= 9


def test_refusals_are_sentences_and_lose_nothing(world):
    kept = world.said_no(world.referral())
    with pytest.raises(Refused):
        world.answered(kept)
    assert world.kept(kept.reference).version == kept.version
