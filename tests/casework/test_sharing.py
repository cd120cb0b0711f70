"""The proposal to share out cases: pure, so it is tried on many drawn teams."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as draws

from lynchpin.casework.sharing import (
    CaseToShare,
    Place,
    Settings,
    WorkerWithRoom,
    largest_load_ratio,
    loads_after,
    round_robin,
    share,
    travel_km,
)

PORTH, TONYPANDY, FERNDALE = Place(51.61, -3.41), Place(51.62, -3.45), Place(51.66, -3.45)
places = draws.sampled_from((None, PORTH, TONYPANDY, FERNDALE))
skills = draws.frozensets(draws.sampled_from(("money", "home")))
workers = draws.lists(
    draws.builds(
        WorkerWithRoom,
        id=draws.integers(1, 6),
        capacity=draws.integers(0, 40),
        load=draws.integers(0, 50),
        base=places,
        speaks_welsh=draws.booleans(),
        skills=skills,
    ),
    max_size=5,
    unique_by=lambda worker: worker.id,
)
cases = draws.lists(
    draws.builds(
        CaseToShare,
        reference=draws.integers(1, 99).map("C-{}".format),
        weight=draws.integers(0, 15),
        place=places,
        waited_days=draws.integers(0, 3),
        wants_welsh=draws.booleans(),
        skills=skills,
        former_worker_id=draws.none() | draws.integers(1, 6),
        kept_away=draws.frozensets(draws.integers(1, 6), max_size=3),
    ),
    max_size=8,
    unique_by=lambda case: case.reference,
)
tried = settings(max_examples=60, deadline=None)


def codes(proposal):
    return {reason.code for reason in proposal.why}


def only(case, *team, **weights):
    """The one proposal for one case."""
    return share([case], team, Settings(**weights))[0]


@tried
@given(cases, workers)
def test_nobody_is_ever_pushed_past_a_limit_or_given_somebody_they_are_kept_from(waiting, team):
    given_out = share(waiting, team, Settings())
    after = loads_after(waiting, team, given_out)
    by_reference = {case.reference: case for case in waiting}
    assert all(after[worker.id] <= max(worker.capacity, worker.load) for worker in team)
    assert not any(each.worker_id in by_reference[each.reference].kept_away for each in given_out)


@tried
@given(cases, workers)
def test_every_case_is_placed_or_told_why_not_and_every_proposal_says_why(waiting, team):
    given_out = share(waiting, team, Settings())
    assert sorted(each.reference for each in given_out) == sorted(case.reference for case in waiting)
    assert all(each.why for each in given_out)


@tried
@given(cases, workers, draws.randoms())
def test_the_same_facts_in_another_order_give_the_same_proposals(waiting, team, chance):
    first = share(waiting, team, Settings())
    chance.shuffle(waiting)
    chance.shuffle(team)
    assert share(waiting, team, Settings()) == first


@tried
@given(cases, workers)
def test_no_caseload_gets_fuller_than_the_fullest_by_handing_the_same_cases_out_in_turn(waiting, team):
    ours, in_turn = share(waiting, team, Settings()), round_robin(waiting, team)
    placed = [{each.reference for each in answer if each.worker_id is not None} for answer in (ours, in_turn)]
    assert len(placed[0]) >= len(placed[1])
    if placed[0] == placed[1]:
        ratios = [largest_load_ratio(waiting, team, answer) for answer in (ours, in_turn)]
        assert ratios[0] <= ratios[1] + 0.02, "the optimiser may stop a hundredth short"


def test_on_drawn_teams_both_the_fullest_caseload_and_the_way_are_less_than_in_turn():
    drawn = [team_of(seed) for seed in range(8)]
    told = [
        (largest_load_ratio(waiting, team, answer), travel_km(answer))
        for waiting, team in drawn
        for answer in (share(waiting, team, Settings()), round_robin(waiting, team))
    ]
    ours, in_turn = told[::2], told[1::2]
    assert max(ratio for ratio, _ in ours) < max(ratio for ratio, _ in in_turn)
    assert sum(km for _, km in ours) < sum(km for _, km in in_turn)


def team_of(seed):
    """Sixteen cases and four workers, of whom one is half time, spread over a valley."""
    chance = Random(seed)

    def somewhere():
        return Place(51.60 + chance.random() / 10, -3.50 + chance.random() / 10)

    waiting = [CaseToShare(f"C-{number:02}", chance.randint(3, 14), somewhere(), number) for number in range(16)]
    team = [WorkerWithRoom(number, 50 if number == 3 else 100, 0, somewhere()) for number in range(1, 5)]
    return waiting, team


def test_the_person_who_waited_longest_is_placed_when_there_is_room_for_one():
    team = [WorkerWithRoom(1, capacity=10)]
    given_out = share([CaseToShare("C-1", 8, waited_days=2), CaseToShare("C-2", 8, waited_days=9)], team, Settings())
    assert [(each.reference, each.worker_id) for each in given_out] == [("C-2", 1), ("C-1", None)]
    assert codes(given_out[1]) == {"room_went_to_others"}


def test_two_light_people_are_helped_rather_than_one_heavy_one():
    team = [WorkerWithRoom(1, capacity=10)]
    waiting = [CaseToShare("C-1", 10, waited_days=9), CaseToShare("C-2", 5), CaseToShare("C-3", 5)]
    assert [each.worker_id for each in share(waiting, team, Settings())] == [None, 1, 1]


def test_loads_are_evened_among_those_with_room_though_one_caseload_is_already_nearly_full():
    team = [WorkerWithRoom(1, 100, 95), WorkerWithRoom(2, 100, 0), WorkerWithRoom(3, 100, 0)]
    waiting = [CaseToShare(f"C-{number}", 10) for number in range(4)]
    after = loads_after(waiting, team, share(waiting, team, Settings()))
    assert after == {1: 95, 2: 20, 3: 20}


def test_of_two_equally_free_workers_the_nearer_is_proposed_and_it_says_how_near():
    near, far = WorkerWithRoom(1, 100, base=TONYPANDY), WorkerWithRoom(2, 100, base=FERNDALE)
    found = only(CaseToShare("C-1", 6, PORTH), far, near)
    assert found.worker_id == near.id and "nearest_with_room" in codes(found)
    assert found.km == pytest.approx(2.98, abs=0.02)


def test_nobody_is_called_nearest_where_all_are_as_far():
    team = [WorkerWithRoom(1, 100, base=FERNDALE), WorkerWithRoom(2, 100, base=FERNDALE)]
    assert "nearest_with_room" not in codes(only(CaseToShare("C-1", 6, PORTH), *team))


def test_a_way_that_is_not_known_is_said_and_never_taken_for_a_short_one():
    unknown, known = WorkerWithRoom(1, 100), WorkerWithRoom(2, 100, base=TONYPANDY)
    others = WorkerWithRoom(3, 100, base=FERNDALE)
    assert only(CaseToShare("C-1", 6, PORTH), unknown, known, others).worker_id == known.id
    nowhere = only(CaseToShare("C-1", 6), known)
    assert nowhere.km is None and "home_place_not_known" in codes(nowhere)
    assert "base_place_not_known" in codes(only(CaseToShare("C-1", 6, PORTH), unknown))


@pytest.mark.parametrize(
    ("case", "better", "code"),
    [
        (CaseToShare("C-1", 6, wants_welsh=True), WorkerWithRoom(2, 100, speaks_welsh=True), "speaks_their_language"),
        (CaseToShare("C-1", 6, former_worker_id=2), WorkerWithRoom(2, 100), "knew_them_before"),
        (
            CaseToShare("C-1", 6, skills=frozenset({"money"})),
            WorkerWithRoom(2, 100, skills=frozenset({"money"})),
            "knows_what_they_asked_about",
        ),
        (
            CaseToShare("C-1", 6, skills=frozenset({"money", "home"})),
            WorkerWithRoom(2, 100, skills=frozenset({"money"})),
            "knows_some_of_what_they_asked_about",
        ),
    ],
)
def test_language_continuity_and_skills_decide_between_equals(case, better, code):
    found = only(case, WorkerWithRoom(1, 100), better)
    assert found.worker_id == better.id and code in codes(found)


def test_a_person_who_would_like_welsh_is_told_of_honestly_where_nobody_can_offer_it():
    wanted = CaseToShare("C-1", 6, wants_welsh=True)
    assert "no_welsh_speaker_has_room" in codes(only(wanted, WorkerWithRoom(1, 100)))
    busy = WorkerWithRoom(2, 100, 80, speaks_welsh=True)
    assert "welsh_speaker_would_be_fuller" in codes(only(wanted, WorkerWithRoom(1, 100), busy))


@pytest.mark.parametrize(
    ("team", "code"),
    [
        ([], "nobody_to_share_among"),
        ([WorkerWithRoom(1, 5)], "nobody_has_room"),
        ([WorkerWithRoom(7, 50)], "kept_from_those_with_room"),
    ],
)
def test_a_case_that_stays_says_why(team, code):
    assert codes(only(CaseToShare("C-1", 6, kept_away=frozenset({7})), *team)) == {code}


def test_handing_out_in_turn_passes_over_the_full_and_the_kept_away():
    team = [WorkerWithRoom(1, 5), WorkerWithRoom(2, 50), WorkerWithRoom(3, 50)]
    waiting = [CaseToShare("C-1", 6, waited_days=3, kept_away=frozenset({2})), CaseToShare("C-2", 6)]
    assert [each.worker_id for each in round_robin(waiting, team)] == [3, 2]
