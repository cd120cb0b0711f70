"""Relatives who share everything but themselves stay apart; one badly typed row does not split a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lynchpin_vrp.clean import CLEANED, COMPARABLE, FORENAME_GROUPS
from lynchpin_vrp.link import contradictions
from lynchpin_vrp.link.guard import both_ways, components, contradiction, guarded
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
]
HOME = {
    "surname": "Rees",
    "address": "4 Heol Las",
    "postcode": "CF40 1CC",
    "phone": "07700900111",
    "birth_date": "2018-05-06",
}


def reason(engine, one, other):
    """Why two records cannot be one person, or None."""
    columns = ", ".join(f"{name} {'date' if name == 'birth_date' else 'varchar'}" for name in NAMES)
    rows = [
        (uid, "school", str(uid), 0.5, None, *({**HOME, **said}.get(name) for name in NAMES))
        for uid, said in ((1, one), (2, other))
    ]
    table(
        engine,
        "stacked",
        f"uid bigint, feed varchar, record_id varchar, trust double, updated_on date, {columns}",
        rows,
    )
    table(engine, "edges", "uid_l bigint, uid_r bigint", [(1, 2)])
    table(engine, "grouped", "uid bigint, grp bigint", [(1, 1), (2, 1)])
    engine.take(FORENAME_GROUPS, CLEANED, COMPARABLE, *contradictions.steps(AS_AT))
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


def solved(edges, contrary, most=0.4):
    groups = guarded(edges, components(edges), both_ways(contrary), most)
    return {record: groups.of(record) for edge in edges for record in edge}


def test_twins_joined_by_a_weak_edge_come_apart_there():
    edges = [(1, 2), (3, 4), (2, 3)]
    contrary = [(1, 3), (1, 4), (2, 3), (2, 4)]
    assert solved(edges, contrary) == {1: 1, 2: 1, 3: 3, 4: 3}


def test_one_bad_row_among_many_does_not_split_a_person():
    assert set(solved([(1, 2), (2, 3), (3, 4)], [(1, 4)]).values()) == {1}


def test_groups_without_contradiction_are_joined_as_they_are():
    assert solved([(1, 2), (2, 3), (8, 9)], []) == {1: 1, 2: 1, 3: 1, 8: 8, 9: 8}


pairs = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]), max_size=25)


@given(pairs, pairs)
def test_with_no_tolerance_no_two_contradicting_records_are_ever_together(edges, contrary):
    placed = solved(edges, contrary, most=0)
    assert not [pair for pair in contrary if pair[0] in placed and placed[pair[0]] == placed.get(pair[1])]


@given(pairs, pairs)
def test_the_guard_only_ever_divides_what_edges_connect(edges, contrary):
    connected, placed = components(edges), solved(edges, contrary)
    assert all(connected.of(record) == connected.of(group) for record, group in placed.items())


def test_contradiction_is_a_share_of_the_pairs_across():
    assert contradiction([1, 2], [3, 4], both_ways([(1, 3)])) == 0.25
