"""Linking against a truth of four people, with every pair counted by hand."""

from __future__ import annotations

import pytest

from lynchpin_vrp import Refused
from lynchpin_vrp.assure.against_truth import against_truth
from tests.vrp.assuring import by_group
from tests.vrp.writing import AS_AT, table, write

# Mari (a woman) has records 1, 2, 3; Siân (a girl) 4, 5; Jack (a boy) 6; Tom (a man) 7, 8.
TRUE_PEOPLE = (
    "person_id,forename,surname,birth_date,sex",
    "T1,Mari,Jones,1980-05-01,F",
    "T2,Siân,Jones,2016-01-01,F",
    "T3,Jack,Jones,2016-05-01,M",
    "T4,Tom,Evans,1970-11-02,M",
)
TRUE_RECORDS = "feed,record_id,person_id", *(f"s,{n},T{t}" for n, t in zip("12345678", "11122344", strict=True))
# The run puts 1 and 2 together, leaves 3 alone, takes Siân and Jack for one person, and has Tom whole.
LINKED = dict(zip("12345678", "AABCCCDD", strict=True))


@pytest.fixture
def measured(engine, tmp_path):
    write(tmp_path / "people.csv", *TRUE_PEOPLE)
    write(tmp_path / "records.csv", *TRUE_RECORDS)
    table(
        engine,
        "persons",
        "person_id varchar, feed varchar, record_id varchar",
        [(person, "s", record) for record, person in LINKED.items()],
    )
    table(engine, "described", "person_id varchar, fifth varchar", [(person, "1") for person in "AB"])
    table(engine, "fifths", "postcode varchar, fifth varchar", [("CF371AA", "1")])
    return against_truth(engine, tmp_path, AS_AT)


def test_of_five_pairs_put_together_three_are_right(measured):
    """Mari's 1-2 and Siân's 4-5 and Tom's 7-8 are right; 4-6 and 5-6 are not."""
    assert by_group(measured, "truth_pair_precision")[""] == 0.6


def test_of_five_pairs_of_one_person_three_are_found(measured):
    """Mari's three, Siân's one and Tom's one; 1-3 and 2-3 are missed."""
    assert by_group(measured, "truth_pair_recall")[""] == 0.6


def test_one_person_in_four_is_whole_and_alone(measured):
    assert by_group(measured, "truth_people_whole")[""] == 0.25


def test_a_wrong_pair_counts_for_both_of_its_people(measured):
    told = {(row.group_kind, row.group): row.value for row in measured if row.code == "truth_pair_precision"}
    assert told["age_band", "5-10"] == pytest.approx(1 / 3, abs=1e-4)  # 4-5 of 4-5, 4-6, 5-6
    assert told["sex", "M"] == pytest.approx(1 / 3, abs=1e-4)  # 7-8 of 7-8, 4-6, 5-6
    assert told["sex", "F"] == 0.5  # 1-2 and 4-5 of these and 4-6, 5-6
    assert told["age_band", "25-64"] == 1.0  # 1-2 and 7-8


def test_groups_are_of_the_true_people_and_areas_of_where_the_run_has_them(measured):
    told = {(row.group_kind, row.group): row.count for row in measured if row.code == "truth_people_whole"}
    assert told["welsh_name", "welsh"] == 2 and told["welsh_name", "other"] == 2
    assert told["deprivation", "1"] == 1 and told["deprivation", "unknown"] == 3


def test_ages_are_whole_years_on_the_day_of_the_run(measured):
    told = {row.group for row in measured if row.group_kind == "age_band"}
    assert told == {"5-10", "25-64"}


def test_a_folder_without_the_truth_is_refused(engine, tmp_path):
    with pytest.raises(Refused, match="truth_unreadable"):
        against_truth(engine, tmp_path, AS_AT)
