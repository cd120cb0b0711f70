"""What people decided about two records binds, in any small set of records, and changes nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lynchpin_vrp import Refused, contradiction
from lynchpin_vrp.engine import Engine
from lynchpin_vrp.link import LINKS, steps
from lynchpin_vrp.link.decisions import Bound, Decision, decisions_text, read_decisions, write_decisions
from lynchpin_vrp.link.guard import agreed
from lynchpin_vrp.link.training import LinkSettings
from tests.vrp.test_link import records
from tests.vrp.writing import AS_AT

DAY = date(2026, 10, 1)


def decided(left: int, right: int, same: bool) -> Decision:
    return Decision("school", str(left), "school", str(right), same, DAY)


def people(told, decisions=()):
    """Which records, by their place from 1, are one person; and why links stand or fell."""
    engine = Engine()
    try:
        records(engine, *told)
        engine.take(*steps(LinkSettings(), AS_AT, decisions))
        found = engine.fetch("select record_id, person_id from persons join comparable using (uid)")
        groups = {}
        for record, person in found:
            groups.setdefault(person, set()).add(int(record))
        return frozenset(map(frozenset, groups.values())), engine.fetch(f"select reason from ({LINKS}) order by all")
    finally:
        engine.close()


def together(found, left, right):
    return any({left, right} <= group for group in found)


ELIN = {"forename": "Elin", "upn": "A000000000000"}
MABLI = {"forename": "Mabli", "upn": "P000000000001"}
FAR = {
    "forename": "Gwen",
    "surname": "Hopcyn",
    "birth_date": "1961-02-03",
    "address": "9 Stryd Fawr",
    "postcode": "SA1 1AA",
} | {"phone": None}


def test_two_that_share_nothing_are_one_person_where_somebody_said_so():
    assert not together(people([ELIN, FAR])[0], 1, 2)
    found, reasons = people([ELIN, FAR], [decided(1, 2, True)])
    assert together(found, 1, 2) and ("decided_same",) in reasons


def test_two_settled_as_one_are_two_people_where_somebody_said_so():
    assert together(people([ELIN, ELIN])[0], 1, 2)
    found, reasons = people([ELIN, ELIN], [decided(1, 2, False)])
    assert not together(found, 1, 2) and ("decided_different",) in reasons


def test_a_third_record_chains_nobody_whom_somebody_kept_apart():
    assert not together(people([ELIN] * 4, [decided(1, 2, False)])[0], 1, 2)


def test_each_record_of_an_entity_that_is_taken_apart_finds_its_own_side():
    """Two of one name and birth date, settled by a shared postcode: each has a number, and each number a second record."""
    one, other = ELIN | {"phone": None}, ELIN | {"phone": None, "upn": "P000000000001"}
    found = people([one, other, one, other], [decided(1, 2, False)])[0]
    assert found == {frozenset({1, 3}), frozenset({2, 4})}


def test_what_was_decided_holds_for_records_that_settling_and_decisions_join():
    """1 and 3 are settled, as are 2 and 4; 1 and 2 are said to be one, 3 and 4 are not."""
    told = [ELIN, MABLI, ELIN, MABLI]
    found = people(told, [decided(1, 2, True), decided(3, 4, False)])[0]
    assert together(found, 1, 2) and not together(found, 3, 4)


def test_only_the_groups_that_are_spoken_of_change():
    others = [{"forename": "Cai"}, {"forename": "Cai", "phone": None}, {"forename": "Dewi"}]
    before, after = people([ELIN, MABLI, *others])[0], people([ELIN, MABLI, *others], [decided(1, 2, True)])[0]
    assert {group for group in before if not group & {1, 2}} == {group for group in after if not group & {1, 2}}


def test_a_decision_about_a_record_that_is_gone_does_nothing():
    told = [ELIN, FAR]
    assert people(told)[0] == people(told, [decided(1, 9, True), decided(9, 2, True)])[0]


PERSON = st.fixed_dictionaries(
    {
        "forename": st.sampled_from(["Elin", "Elen", "Mabli", "E"]),
        "birth_date": st.sampled_from(["2018-05-06", "2018-06-05", "1988-01-09", None]),
        "postcode": st.sampled_from(["CF40 1CC", "CF41 2DD"]),
        "phone": st.sampled_from([None, "07700900111"]),
        "upn": st.sampled_from([None, "A000000000000", "P000000000001"]),
    }
)


@st.composite
def told_and_decided(draw):
    """Up to seven records, and decisions drawn from one way of grouping them: those can all hold."""
    told = draw(st.lists(PERSON, min_size=2, max_size=7))
    who = draw(st.lists(st.integers(0, 3), min_size=len(told), max_size=len(told)))
    places = st.integers(0, len(told) - 1)
    pairs = draw(st.lists(st.tuples(places, places).filter(lambda pair: pair[0] != pair[1]), max_size=6))
    return told, [decided(a + 1, b + 1, who[a] == who[b]) for a, b in pairs]


@settings(max_examples=10, deadline=None)
@given(told_and_decided())
def test_the_answer_obeys_every_decision_that_can_hold(drawn):
    told, decisions = drawn
    found = people(told, decisions)[0]
    for each in decisions:
        assert together(found, int(each.record_id_l), int(each.record_id_r)) == each.same
    assert sorted(map(min, found)) and set().union(*found) == set(range(1, len(told) + 1))


def test_undoing_a_decision_gives_the_former_answer():
    told, first = [ELIN, MABLI, ELIN, FAR], [decided(2, 4, True)]
    before = people(told, first)
    assert people(told, [*first, decided(1, 3, False)]) != before
    assert people(told, first) == before


# files


def test_what_is_written_is_read(tmp_path):
    told = (Decision('a,"b"', "é 1", "school", " 2", False, DAY), decided(3, 4, True))
    write_decisions(tmp_path / "state" / "decisions.csv", told)
    assert read_decisions(tmp_path / "state" / "decisions.csv") == told
    assert read_decisions(tmp_path / "none.csv") == ()


@pytest.mark.parametrize(
    "text",
    [
        "feed_l,record_id_l\nschool,1\n",
        decisions_text([decided(1, 2, True)]).replace("true", "perhaps"),
        decisions_text([decided(1, 2, True)]).replace("2026-10-01", "last week"),
        decisions_text([decided(1, 2, True)]).replace("school,1", "school,"),
    ],
)
def test_a_file_that_says_something_else_is_refused_whole(tmp_path, text):
    (tmp_path / "decisions.csv").write_text(text)
    with pytest.raises(Refused, match="decisions_unreadable"):
        read_decisions(tmp_path / "decisions.csv")


CONTRARY = [decided(1, 2, True), decided(8, 9, True), decided(2, 3, True), decided(3, 1, False)]


def test_decisions_that_cannot_all_hold_are_refused_with_their_lines(tmp_path):
    write_decisions(tmp_path / "decisions.csv", CONTRARY)
    with pytest.raises(Refused) as no:
        read_decisions(tmp_path / "decisions.csv")
    assert (no.value.code, no.value.params) == ("decisions_contradict", {"lines": [2, 4, 5]})
    assert contradiction(CONTRARY[:3]) == ()
    assert contradiction([decided(1, 2, True), decided(2, 1, False)]) == (1, 0)
    assert contradiction([decided(1, 1, False)]) == (0,)


def test_a_run_refuses_them_too():
    with pytest.raises(Refused, match="decisions_contradict"):
        people([ELIN, MABLI, FAR], CONTRARY)


# groups


def bound(same=(), apart=()):
    return Bound(frozenset(same), frozenset(apart))


def test_what_is_decided_comes_before_the_strongest_weight():
    pairs = [(1, 2, 20.0), (2, 3, 1.0)]
    assert agreed(pairs, [], 0.5, bound(same=[(2, 3)], apart=[(1, 2)])).of(3) == 2
    assert agreed(pairs, [], 0.5, bound(apart=[(1, 3)])).of(3) == 3


def test_who_is_like_one_of_two_that_were_said_to_be_one_need_not_be_like_the_other():
    pairs = [(1, 2, -15.0), (2, 3, 5.0), (1, 3, -15.0)]
    formed = agreed(pairs, [], 0.5, bound(same=[(1, 2)]))
    assert formed.of(3) == 1


def test_a_twin_of_one_of_two_that_were_nearly_one_anyway_is_no_part_of_them():
    pairs = [(1, 2, 0.3), (2, 3, 5.0)]
    assert agreed(pairs, [(1, 3)], 0.5, bound(same=[(1, 2)])).of(3) == 3
