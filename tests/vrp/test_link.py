"""Relatives who share everything but themselves stay apart; one badly typed row does not split a person."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lynchpin_vrp import clean
from lynchpin_vrp.link import contradictions, decisions, entities, scoring, settle
from lynchpin_vrp.link.components import labels
from lynchpin_vrp.link.guard import agreed
from tests.vrp.writing import AS_AT, table

NAMES = [
    "forename",
    "middle_names",
    "surname",
    "birth_date",
    "sex",
    "address",
    "postcode",
    "uprn",
    "phone",
    "email",
    "nhs_number",
    "nino",
    "upn",
    "birth_place",
    "occupation",
]
CLEANING = clean.steps(())[2:]  # without the first two steps, which stack feeds
HOME = {
    "surname": "Rees",
    "address": "4 Heol Las",
    "postcode": "CF40 1CC",
    "phone": "07700900111",
    "birth_date": "2018-05-06",
}


def records(engine, *told):
    """Comparable records: each what `told` says, and of the same home where it says nothing."""
    columns = ", ".join(f"{name} {'date' if name == 'birth_date' else 'varchar'}" for name in NAMES)
    rows = [
        (uid, "school", str(uid), 0.5, None, *({**HOME, **said}.get(name) for name in NAMES))
        for uid, said in enumerate(told, start=1)
    ]
    known = f"uid bigint, feed varchar, record_id varchar, trust double, updated_on date, {columns}"
    table(engine, "stacked", known, rows)
    engine.take(*CLEANING)


def settled(engine, *told):
    """Groups of records, by their place, that are one beyond doubt."""
    records(engine, *told)
    engine.take(*settle.steps(), *decisions.steps(()))
    found = {}
    for uid, entity in engine.fetch("select uid, entity from settled order by uid"):
        found.setdefault(entity, []).append(uid)
    return sorted(found.values())


def reason(engine, one, other):
    """Why two records cannot be one person, or None."""
    records(engine, one, other)
    engine.take(*settle.steps(), *decisions.steps(()))
    engine.fetch("update settled set entity = uid")
    table(engine, "joining", "uid_l bigint, uid_r bigint", [(1, 2)])
    table(engine, "grouped", "uid bigint, grp bigint", [(1, 1), (2, 1)])
    engine.take(*entities.steps(), *contradictions.steps(AS_AT))
    found = engine.fetch("select reason from contradictions")
    return found[0][0] if found else None


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"forename": "Elin"}, {"forename": "Mabli"}, "unlike_forenames"),
        (
            {"forename": "Elin", "nhs_number": "9990000018"},
            {"forename": "Mabli", "birth_date": "2016-01-09", "nhs_number": "9990000018"},
            "unlike_forenames",
        ),
        ({"forename": "Owen"}, {"forename": "Owen", "birth_date": "1988-02-11"}, "birth_dates_apart"),
        (
            {"forename": "Owen", "upn": "A000000000000", "birth_date": None},
            {"forename": "Owen", "upn": "P000000000001"},
            "other_number",
        ),
    ],
)
def test_records_of_two_relatives_contradict(engine, one, other, why):
    assert reason(engine, one, other) == why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"forename": "Dafydd"}, {"forename": "Dai"}),
        ({"forename": "Dylan"}, {"forename": "Dillon"}),
        ({"forename": "Elin"}, {"forename": "E"}),
        ({"forename": "Elin", "birth_date": "2018-06-05"}, {"forename": "Elin"}),
        ({"forename": "Elin", "birth_date": "2018-01-01"}, {"forename": "Elin"}),
        ({"forename": "Elin", "birth_date": None}, {"forename": "Elin"}),
        ({"forename": "Mair", "middle_names": "Elin"}, {"forename": "Elin"}),
        ({"forename": "Rees", "surname": "Elin"}, {"forename": "Elin"}),
        ({"forename": "Elin", "upn": "A000000000000"}, {"forename": "Elin", "upn": "P000000000001"}),
    ],
)
def test_two_ways_of_writing_one_child_do_not_contradict(engine, one, other):
    assert reason(engine, one, other) is None


CHILD = {"forename": "Elin"}


@pytest.mark.parametrize(
    "other",
    [
        {"forename": "Elin"},
        {"forename": "ELIN", "address": None, "phone": None},
        {"forename": "Elin", "postcode": None, "address": None},
        {"forename": "Elin", "surname": "Prys", "postcode": None, "upn": "A000000000000"},
    ],
)
def test_one_name_and_birth_date_with_something_personal_in_common_is_settled(engine, other):
    assert settled(engine, CHILD | {"upn": "A000000000000"}, other) == [[1, 2]]


@pytest.mark.parametrize(
    "other",
    [
        {"forename": "Mabli", "upn": "A000000000000"},
        {"forename": "Elin", "birth_date": "2016-05-06", "upn": "A000000000000"},
        {"forename": "Elin", "postcode": "CF41 1CC", "phone": None},
        {"forename": "Elin", "surname": None},
        {"forename": "E"},
    ],
)
def test_what_could_be_a_relative_or_a_namesake_is_left_to_be_weighed(engine, other):
    assert settled(engine, CHILD | {"upn": "A000000000000"}, other) == [[1], [2]]


def test_a_year_of_birth_alone_settles_nothing(engine):
    year = {"forename": "Elin", "birth_date": "2018-01-01"}
    assert settled(engine, year, year) == [[1], [2]]


def test_records_tied_one_to_the_next_are_one(engine):
    away = {"forename": "Elin", "postcode": None, "phone": None}
    tied = [away | {"upn": "A000000000000"}, away | {"upn": "A000000000000", "email": "e@post.example"}]
    assert settled(engine, CHILD | {"email": "e@post.example"}, *tied) == [[1, 2, 3]]


def test_a_number_that_everybody_has_is_nobodys(engine):
    crowd = [
        {
            "forename": "Elin",
            "postcode": f"CF40 1C{letter}",
            "phone": None,
            "nhs_number": "9999999999",
            "birth_date": f"2018-05-{day:02}",
        }
        for day in range(1, 13)
        for letter in "AB"
    ]
    assert len(settled(engine, *crowd)) == len(crowd)
    assert engine.fetch("select distinct sign from crowded") == [("nhs_number",)]


def formed(edges, contrary=(), weight=4.0):
    groups = agreed([edge if len(edge) == 3 else (*edge, weight) for edge in edges], contrary, 0.0)
    return {number: groups.of(number) for edge in edges for number in edge[:2]}


def test_twins_joined_by_a_weak_edge_come_apart_there():
    edges = [(1, 2, 9.0), (3, 4, 9.0), (2, 3, 5.0)]
    contrary = [(1, 3), (1, 4), (2, 3), (2, 4)]
    assert formed(edges, contrary) == {1: 1, 2: 1, 3: 3, 4: 3}


def test_one_bad_row_among_many_does_not_split_a_person():
    assert set(formed([(1, 2), (2, 3), (3, 4), (2, 4), (1, 3)], [(1, 4)]).values()) == {1}


def test_what_speaks_against_counts_as_much_as_what_speaks_for():
    assert formed([(1, 2, 8.0), (2, 3, 3.0), (1, 3, -8.0)]) == {1: 1, 2: 1, 3: 3}


def test_groups_without_contradiction_are_joined_as_they_are():
    assert formed([(1, 2), (2, 3), (8, 9)]) == {1: 1, 2: 1, 3: 1, 8: 8, 9: 8}


pairs = st.lists(st.sets(st.integers(0, 9), min_size=2, max_size=2).map(lambda ends: tuple(sorted(ends))), max_size=25)


def connected(edges):
    """The plain way, to compare with: the lowest number that each is connected with."""
    lowest = {number: number for edge in edges for number in edge}
    for _ in lowest:
        for left, right in edges:
            lowest[left] = lowest[right] = min(lowest[left], lowest[right])
    return lowest


@given(pairs)
def test_whole_arrays_find_what_going_from_edge_to_edge_finds(edges):
    ends = np.array(edges, dtype=np.int64).reshape(-1, 2)
    touched, low = labels(ends[:, 0], ends[:, 1])
    assert dict(zip(touched.tolist(), low.tolist(), strict=True)) == connected(edges)


@given(pairs, pairs)
def test_two_that_contradict_are_only_together_with_more_that_agree(edges, contrary):
    placed = formed(edges, contrary)
    alone = {group for group in placed.values() if list(placed.values()).count(group) == 2}
    assert not [pair for pair in contrary if placed.get(pair[0]) in alone and placed[pair[0]] == placed.get(pair[1])]


@given(pairs, pairs)
def test_forming_only_ever_divides_what_edges_connect(edges, contrary):
    whole, placed = connected(edges), formed(edges, contrary)
    assert all(whole[number] == whole[group] for number, group in placed.items())


@given(pairs, pairs)
def test_the_order_of_edges_changes_nothing(edges, contrary):
    assert formed(edges, contrary) == formed(list(reversed(edges)), list(reversed(contrary)))


def weight(evidence, personal):
    return float(scoring.weigh(np.array([evidence]), np.array([personal]), 2**-20)[0])


def test_what_a_family_shares_is_no_evidence_against_a_relative():
    assert weight(evidence=40.0, personal=0.0) < 0
    assert weight(evidence=40.0, personal=12.0) > 0


def test_what_strangers_seldom_share_is_needed_too():
    assert weight(evidence=12.0, personal=12.0) < 0


@pytest.mark.parametrize(("evidence", "personal"), [(3.0, 2.0), (25.0, 9.5), (-30.0, 4.0), (80.0, 80.0)])
def test_the_engine_weighs_as_the_arrays_do(engine, evidence, personal):
    table(
        engine, "scored", "uid_l bigint, uid_r bigint, evidence double, personal double", [(1, 2, evidence, personal)]
    )
    table(engine, "prior", "bits double", [(math.log2(2**-20 / (1 - 2**-20)),)])
    engine.take(scoring.EDGES)
    found = engine.fetch("select match_weight from edges")
    assert found == (
        [(pytest.approx(weight(evidence, personal), abs=1e-6),)] if weight(evidence, personal) > -20 else []
    )
