"""Two who press at once, each with a connection of their own: one of them is first, and nothing is done twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connections

from lynchpin.frontdoor.models import (
    Brokering,
    Candidate,
    ClosedDay,
    Referral,
    ReferralList,
    RoutingEdition,
    TimelineEntry,
)
from lynchpin.frontdoor.use_cases.answer_by_link import answer_by_link
from lynchpin.frontdoor.use_cases.declare_closed_day import declare_closed_day
from lynchpin.frontdoor.use_cases.give_answer_link import give_answer_link
from lynchpin.frontdoor.use_cases.lapse_brokerings import lapse_brokerings
from lynchpin.frontdoor.use_cases.pause_clock import pause_clock
from lynchpin.frontdoor.use_cases.release_candidates import release_candidates
from lynchpin.frontdoor.use_cases.resume_clock import resume_clock
from lynchpin.frontdoor.use_cases.send_referral_by_link import send_referral_by_link
from lynchpin.frontdoor.use_cases.stage_list import stage_list
from lynchpin.kernel.errors import Refused, Stale
from lynchpin.organisations.actors import clock_actor, public_actor
from tests.conftest import NOON
from tests.frontdoor.links import SECRET, TOLD, given
from tests.frontdoor.lists import ANEIRIN, csv_of
from tests.frontdoor.routing import drafted
from tests.frontdoor.test_broker_referral import ask
from tests.world.frontdoor import Profiled
from tests.world.staff import machine

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")


def at_once(*deeds: Callable[[], Any]) -> Sequence[Any]:
    """What each deed gave, done in the same moment; a refusal by its code."""
    ready = Barrier(len(deeds))

    def done(deed: Callable[[], Any]) -> Any:
        try:
            for connection in connections.all():
                connection.ensure_connection()  # opening one takes longer than what is done by it
            ready.wait(10)
            return deed()
        except Refused as no:
            return no.reason.code
        except Stale:
            return "stale"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(done, deeds))


def test_the_last_use_of_a_link_is_used_once(world):
    link = given(world, uses=1)
    send = lambda: send_referral_by_link(public_actor(), secret=SECRET, at=NOON, **TOLD)  # noqa: E731
    assert "link_not_usable" in at_once(send, send)
    assert (Referral.unscoped.count(), type(link).unscoped.get().uses_left) == (1, 0)


def test_two_colleagues_who_ask_a_provider_at_once_ask_one(world):
    world.providers()
    kept, other = world.screened(), world.actor("central-support")
    answers = at_once(lambda: ask(world.central, kept), lambda: ask(other, kept))
    assert sorted(len(answer) for answer in answers) != [11, 11], "each gave a reference"
    assert Brokering.unscoped.count() == 1


def test_silence_brings_somebody_back_once_however_often_the_night_runs(world):
    world.providers()
    kept, month = world.brokered(), NOON + timedelta(days=30)
    lapse = lambda: lapse_brokerings(clock_actor(), at=month)  # noqa: E731
    assert sorted(at_once(lapse, lapse)) == [0, 1]
    assert TimelineEntry.unscoped.filter(referral_id=kept.pk, kind="returned").count() == 1


def test_one_file_brought_by_two_at_once_is_here_once(world):
    file = {"organisation": "school", "file_name": "march.csv", "content": csv_of(ANEIRIN), "at": NOON}
    one, other = world.central, world.actor("central-support")
    answers = at_once(lambda: stage_list(one, **file), lambda: stage_list(other, **file))
    assert "list_staged_already" in answers and ReferralList.unscoped.count() == 1


def test_a_day_that_two_close_at_once_is_closed_once_and_the_other_is_told(world):
    closers = [machine("system-admin") for _ in range(2)]
    day = {"closed_on": NOON.date() + timedelta(days=1), "label_en": "Training", "label_cy": "Hyfforddiant"}
    answers = at_once(*(lambda who=who: declare_closed_day(who, at=NOON, **day) for who in closers))
    assert set(answers) == {0, "closed_day_not_worked"} and ClosedDay.unscoped.count() == 1


def test_an_answer_by_link_while_its_clock_runs_again_is_kept(world):
    world.providers()
    kept = world.brokered()
    give_answer_link(world.central, reference=kept.reference, secret=SECRET, given_to="Nest", at=NOON)
    told = {"reference": kept.reference, "version": kept.version, "because": "more-facts"}
    pause_clock(world.central, at=NOON, **told)
    kept, later, central = world.kept(kept.reference), NOON + timedelta(days=2), world.central
    said = {"answer": "no-capacity", "answered_by": "Nest", "at": later}
    at_once(
        lambda: answer_by_link(public_actor(), secret=SECRET, **said),
        lambda: resume_clock(central, reference=kept.reference, version=kept.version, at=later),
    )
    assert world.kept(kept.reference).status == "returned"


def test_two_who_draft_the_rules_at_once_keep_one_draft(world):
    world.matrix()
    owners = world.commissioner, world.approver
    answers = at_once(*(lambda who=who: drafted(world, who).number for who in owners))
    assert sorted(map(str, answers)) == ["1", "routing_draft_open"] and RoutingEdition.unscoped.count() == 1


def test_a_night_that_runs_twice_at_once_releases_no_more_than_fit(world):
    world.raised(*(Profiled(key=f"f{n}") for n in range(12)))
    july = NOON + timedelta(days=30)
    for each in Candidate.unscoped.filter(state="released"):
        world.rejected(each)
    release = lambda: release_candidates(clock_actor(), room={"porth": 21}, at=july)  # noqa: E731
    assert sorted(at_once(release, release)) == [0, 3]
    assert Candidate.unscoped.filter(state="released").count() == 3


def test_a_day_is_closed_while_clocks_are_stopped(world):
    kept, one = [world.referral() for _ in range(6)], world.central
    closer = machine("system-admin")
    day = {"closed_on": NOON.date() + timedelta(days=1), "label_en": "Training", "label_cy": "Hyfforddiant"}

    def stop() -> int:
        for each in kept:
            told = {"reference": each.reference, "version": each.version, "because": "more-facts"}
            pause_clock(one, at=NOON, **told)
        return len(kept)

    assert at_once(lambda: declare_closed_day(closer, at=NOON, **day), stop) == [6, 6]
