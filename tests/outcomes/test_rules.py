from dataclasses import replace
from datetime import date

import pytest

from lynchpin.outcomes.counting import CaseTrace, counted
from lynchpin.outcomes.disclosure import BOARD, PUBLIC, disclosed, disclosed_share, hidden_beside_total
from lynchpin.outcomes.rules import Quarter, why_not_close

Q1 = Quarter(2026, 1)
TODAY = date(2026, 6, 10)
TRACE = CaseTrace(1, 11, "porth", date(2026, 4, 2), date(2026, 4, 7), None)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 3, 31), "2025-26Q4"),
        (date(2026, 4, 1), "2026-27Q1"),
        (date(2026, 12, 31), "2026-27Q3"),
        (date(2100, 1, 1), "2099-00Q4"),
    ],
)
def test_a_financial_year_begins_in_april(day, text):
    assert str(Quarter.of(day)) == text and Quarter.read(text) == Quarter.of(day)


@pytest.mark.parametrize("text", ["", "2026-28Q1", "2026-27Q5", "2026Q1", "x2026-27Q1"])
def test_what_is_no_quarter_is_not_guessed_at(text):
    assert Quarter.read(text) is None


def test_a_quarter_ends_on_the_day_before_the_next():
    assert (Q1.starts_on, Q1.ends_on) == (date(2026, 4, 1), date(2026, 6, 30))
    assert Q1.previous.next == Q1 and Q1.previous.previous.previous.previous == Quarter(2025, 1)


@pytest.mark.parametrize(
    ("reason", "conversations", "outcomes", "said", "handed", "code"),
    [
        ("persons-no", 0, 0, "", "", None),
        ("died", 0, 0, "", "", None),
        ("goals-reached", 0, 1, "", "", "what_matters_missing"),
        ("goals-reached", 1, 0, "", "", "outcome_or_reason_missing"),
        ("goals-reached", 1, 0, "Found work by himself", "", None),
        ("stepped-down", 1, 1, "", "", "handover_missing"),
        ("stepped-down", 1, 1, "", "Community garden", None),
    ],
)
def test_a_case_closes_with_what_mattered_and_what_changed(reason, conversations, outcomes, said, handed, code):
    no = why_not_close(
        reason, conversations=conversations, outcomes=outcomes, no_outcome_because=said, handed_over=bool(handed)
    )
    assert (no and no.code) == code


@pytest.mark.parametrize(
    ("count", "public", "board"),
    [
        (0, "0", "0"),
        (1, "[c]", "[c]"),
        (4, "[c]", "[c]"),
        (5, "[c]", "5"),
        (7, "[c]", "7"),
        (8, "10", "8"),
        (12, "10", "12"),
        (13, "15", "13"),
    ],
)
def test_small_counts_are_hidden_and_the_publics_are_rounded(count, public, board):
    assert (disclosed(count, PUBLIC).text, disclosed(count, BOARD).text) == (public, board)


def test_halves_are_rounded_up_and_never_to_even():
    standard = replace(PUBLIC, hides_to=0, rounds_to=10)
    assert [disclosed(count, standard).value for count in (5, 15, 25)] == [10, 20, 30]


@pytest.mark.parametrize(("part", "whole"), [(3, 40), (37, 40), (0, 0), (2, 5)])
def test_a_share_is_hidden_when_either_side_is_small(part, whole):
    assert disclosed_share(part, whole, PUBLIC).value is None


def test_a_public_share_is_of_the_rounded_counts():
    assert disclosed_share(12, 31, PUBLIC).value == 33  # 10 of 30


def test_one_hidden_cell_beside_a_total_takes_another_with_it():
    assert hidden_beside_total({"a": 3, "b": 9, "c": 30}, BOARD) == {"a", "b"}
    assert hidden_beside_total({"a": 3, "b": 2, "c": 30}, BOARD) == {"a", "b"}
    assert hidden_beside_total({"a": 8, "b": 9, "c": 30}, BOARD) == frozenset()
    assert hidden_beside_total({"a": 1, "b": 1, "c": 9, "d": 30}, BOARD) == {"a", "b", "c"}, (
        "two that make two are one each"
    )


def test_a_person_with_two_cases_in_a_quarter_is_counted_once():
    second = replace(TRACE, case_id=2)
    people = counted([TRACE, second], Q1, TODAY, ())["people"]
    assert people.number == 1 and people.cases == {1, 2}


def test_a_case_that_ended_before_the_quarter_is_not_counted():
    ended = replace(TRACE, opened_on=date(2026, 1, 5), ended_on=date(2026, 3, 31))
    assert counted([ended], Q1, TODAY, ())["people"].number == 0


def test_asking_on_the_tenth_working_day_is_in_time_and_the_eleventh_is_not():
    tenth = replace(TRACE, first_conversation_on=date(2026, 4, 21))
    late = replace(TRACE, case_id=2, resident_id=12, first_conversation_on=date(2026, 4, 22))
    asked = counted([tenth, late], Q1, TODAY, ())["asked"]
    assert (asked.number, asked.of) == (1, 2)


def test_those_whose_ten_days_are_not_over_are_not_yet_counted():
    fresh = replace(TRACE, allocated_on=date(2026, 6, 8))
    assert counted([fresh], Q1, TODAY, ())["asked"].of == 0


def test_rhythm_looks_fourteen_days_back_from_today():
    kept = replace(TRACE, last_contact_on=date(2026, 5, 27))
    lost = replace(TRACE, case_id=2, resident_id=12, last_contact_on=date(2026, 5, 26))
    rhythm = counted([kept, lost], Q1, TODAY, ())["rhythm"]
    assert (rhythm.number, rhythm.of) == (1, 2)


def test_a_measure_has_those_who_aimed_at_it_as_its_whole():
    reached = replace(TRACE, achieved=frozenset({"OM01"}))
    aimed = replace(TRACE, case_id=2, resident_id=12, aimed_at=frozenset({"OM01"}))
    other = replace(TRACE, case_id=3, resident_id=13, aimed_at=frozenset({"OM05"}))
    number = counted([reached, aimed, other], Q1, TODAY, ("OM01",))["OM01"]
    assert (number.number, number.of, number.cases) == (1, 2, {1})
