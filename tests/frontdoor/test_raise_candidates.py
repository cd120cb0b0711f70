"""A run raises families for review: no more than can be read, and nobody who is to be left in peace."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lynchpin.frontdoor.choices import CandidateState
from lynchpin.frontdoor.models import Candidate
from lynchpin.frontdoor.rules import OFFER_STANDS_FOR
from lynchpin.frontdoor.use_cases import raise_candidates as raising
from lynchpin.frontdoor.use_cases.leave_open_offer import leave_open_offer
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NestedUseCase, NotFound
from lynchpin.people.use_cases.move_resident import move_resident
from lynchpin.people.use_cases.record_death import record_death
from tests.conftest import NOON
from tests.support import refused, trail
from tests.world.frontdoor import Profiled
from tests.world.staff import machine

LOWRI = {"forename": "Lowri", "surname": "Gethin", "birth_date": date(1990, 5, 1)}


def test_a_family_is_raised_with_the_route_of_its_bands(world):
    (candidate,) = world.raised(Profiled())
    assert (candidate.state, candidate.suggested_route, candidate.cluster_id) == ("released", "priority", "porth")
    facts = trail("frontdoor.candidates_raised")[-1]
    assert (facts["released"], facts["lapsed"], facts["in_peace"]) == (1, 0, 0)


@pytest.mark.parametrize("bands", [("green", "high"), ("green", "low"), ("amber", "high"), ("insufficient", "low")])
def test_nothing_is_raised_where_nobody_has_to_decide(world, bands):
    assert world.raised(Profiled(bands=bands)) == []


def test_a_cluster_is_given_five_and_the_rest_are_only_counted(world):
    raised = world.raised(*(Profiled(key=f"f{n}") for n in range(7)), Profiled(key="far", cluster="taf-west"))
    states = [candidate.state for candidate in raised]
    assert (states.count("released"), states.count("withheld")) == (6, 2)


def test_what_nobody_decided_lapses_at_the_next_run(world):
    (before,) = world.raised(Profiled())
    world.raised(Profiled())
    assert Candidate.unscoped.get(pk=before.pk).state == CandidateState.LAPSED


def test_a_person_who_said_no_is_not_suggested(world):
    world.said_no(world.referral(name="Lowri Gethin", birth_date=date(1990, 5, 1)))
    assert world.raised(Profiled()) == []


def test_a_person_with_an_open_offer_is_not_suggested_while_it_stands(world):
    kept = world.screened(resident=world.resident(**LOWRI), person_agrees=False)
    leave_open_offer(world.central, reference=kept.reference, version=kept.version, at=NOON)
    assert world.raised(Profiled()) == []
    with clock.held(NOON + OFFER_STANDS_FOR + timedelta(days=1)):
        assert len(world.raised(Profiled())) == 1


def test_a_family_that_has_a_worker_is_not_suggested(world):
    world.involve(world.worker, world.resident(**LOWRI))
    assert world.raised(Profiled()) == []


def test_a_family_whom_safeguarding_holds_is_not_suggested(world):
    world.contact_stopped(world.resident(**LOWRI))
    assert world.raised(Profiled()) == []


def test_a_sealed_person_is_not_suggested(world):
    world.restrict(world.resident(**LOWRI), "sealed")
    assert world.raised(Profiled()) == []


def test_a_resident_whom_nobody_is_with_may_be_suggested(world):
    world.resident(**LOWRI)
    assert len(world.raised(Profiled())) == 1


def moves(world, resident, on):
    facts = {"reference": resident.reference, "version": resident.version, "address": "1 Ffordd Newydd"}
    move_resident(world.central, moved_on=on, area_code=world.OUTSIDE, at=clock.now(), **facts)


def dies(world, resident):
    told = {"version": resident.version, "died_on": NOON.date(), "at": clock.now()}
    record_death(world.central, reference=resident.reference, **told)


def test_a_family_in_which_somebody_died_is_left_in_peace(world):
    dies(world, world.resident(**LOWRI))
    assert world.raised(Profiled()) == []


def test_a_family_of_whom_one_adult_moved_away_may_be_suggested(world):
    world.matrix()
    with clock.held(NOON - timedelta(days=10)):
        resident = world.resident(**LOWRI)
        run = world.profiled(Profiled(people=(*Profiled().people, ("adult", "Deian", "Gethin", date(1988, 2, 1)))))
    moves(world, resident, NOON.date() - timedelta(days=2))
    world.raise_run(run)
    assert Candidate.unscoped.count() == 1


def test_a_family_that_moved_away_since_the_files_were_made_is_not_suggested(world):
    world.matrix()
    with clock.held(NOON - timedelta(days=10)):
        resident, run = world.resident(**LOWRI), world.profiled(Profiled())
    moves(world, resident, NOON.date() - timedelta(days=2))
    world.raise_run(run)
    assert not Candidate.unscoped.exists()


def test_an_older_move_says_nothing_against_newer_files(world):
    with clock.held(NOON - timedelta(days=90)):
        resident = world.resident(**LOWRI)
    moves(world, resident, NOON.date() - timedelta(days=60))
    assert len(world.raised(Profiled())) == 1


def test_nobody_is_suggested_while_profiling_is_stopped(world):
    world.matrix()
    run = world.profiled(Profiled())
    world.stopped()
    with refused("profiling_is_stopped"):
        world.raise_run(run)
    assert not Candidate.unscoped.exists()


def test_a_run_that_never_was_raises_nothing(world):
    with pytest.raises(NotFound):
        world.raise_run("U-2222-2222")


def test_it_is_a_part_of_approving_and_nothing_by_itself(world):
    with pytest.raises(NestedUseCase):
        raising.raise_candidates(machine("clock"), run_reference="U-2222-2222", at=NOON)
