"""The measures of a whole run are those counted by hand, and those of the plain ones on any linkage."""

import json
from datetime import date
from random import Random

import duckdb
import pytest

from lynchpin_world import cli
from lynchpin_world.judging import Judgement, judge
from lynchpin_world.truth import children_of, cluster_precision_recall, pair_precision, pair_recall, true_people

AS_AT = date(2026, 11, 1)
PEOPLE = {
    "Mari": "1980-01-01",
    "Owain": "1979-02-02",
    "Siôn": "2015-03-03",
    "Cadi": "2015-03-03",
    "Nesta": "1940-04-04",
}
FAMILIES = {"Mari": "F1", "Owain": "F2", "Siôn": "F1", "Cadi": "F1", "Nesta": "F3"}
RECORDS = {"A": "Mari", "B": "Mari", "C": "Siôn", "D": "Siôn", "E": "Siôn", "F": "Cadi", "G": "Owain", "H": "Nesta"}


@pytest.fixture
def workspace(tmp_path):
    truth = tmp_path / "truth"
    truth.mkdir()
    lines(truth / "people.csv", "person_id,birth_date", PEOPLE.items())
    lines(truth / "records.csv", "feed,record_id,person_id", (("school", *each) for each in RECORDS.items()))
    homes = [(family, person, "any", "main") for person, family in FAMILIES.items()]
    lines(truth / "families.csv", "family_id,person_id,role,home", [*homes, ("F2", "Siôn", "child", "second")])
    told = {person: "N" if person == "Nesta" else "Y" for person in PEOPLE}
    lines(truth / "homes.csv", "person_id,told", told.items())
    return tmp_path


def lines(path, header, rows):
    path.write_text("\n".join([header, *(",".join(row) for row in rows)]) + "\n", "utf-8")


def table(path, names, rows):
    listed = ", ".join(str(tuple(row)) for row in rows)
    with duckdb.connect() as engine:
        engine.execute(f"copy (select * from (values {listed}) as t({names})) to '{path}' (format parquet)")
    return path


def judged(workspace, clusters, families=None):
    persons = [(person, "school", record) for person, records in clusters.items() for record in records]
    found = table(workspace / "persons.parquet", "person_id, feed, record_id", persons)
    if families is None:
        return judge(workspace, found, AS_AT)
    homes = table(workspace / "families.parquet", "family_id, person_id", [(f, p) for p, f in families.items()])
    return judge(workspace, found, AS_AT, homes)


TRUE = {"1": "AB", "2": "CDE", "3": "F", "4": "G", "5": "H"}


def test_the_truth_itself_scores_one_throughout(workspace):
    found = judged(workspace, TRUE, {"1": "a", "2": "a", "3": "a", "4": "b", "5": "c"})
    assert found == Judgement(8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
    assert found.pair_f1 == found.cluster_f1 == found.household_f1 == 1


def test_twins_taken_for_one_child_are_wrong_among_children_and_right_among_adults(workspace):
    found = judged(workspace, {"1": "AB", "2": "CDEF", "4": "G", "5": "H"})
    assert (found.child_pair_precision, found.adult_pair_precision) == (pytest.approx(3 / 6), 1)
    assert (found.pair_precision, found.pair_recall) == (pytest.approx(4 / 7), 1)
    assert (found.cluster_precision, found.cluster_recall) == (pytest.approx(3 / 4), pytest.approx(3 / 5))
    assert found.household_f1 is None


def test_a_child_put_into_the_second_home_is_missed_at_the_main_one_and_not_wrong_there(workspace):
    found = judged(workspace, TRUE, {"1": "a", "2": "b", "3": "a", "4": "b", "5": "c"})
    assert (found.household_precision, found.household_recall) == (1, pytest.approx(1 / 3))


def test_the_people_of_two_homes_are_wrongly_one_family_even_where_a_child_has_both(workspace):
    found = judged(workspace, TRUE, {"1": "a", "2": "a", "3": "a", "4": "a", "5": "c"})
    assert (found.household_precision, found.household_recall) == (pytest.approx(3 / 5), 1)


def test_strangers_at_one_address_are_wrongly_a_family(workspace):
    found = judged(workspace, TRUE, {"1": "a", "2": "a", "3": "a", "4": "b", "5": "b"})
    assert (found.household_precision, found.household_recall) == (pytest.approx(3 / 4), 1)


def test_a_linked_person_stands_for_whom_most_of_its_records_are_about(workspace):
    found = judged(workspace, {"1": "AB", "2": "CDEF", "4": "G", "5": "H"}, {"1": "a", "2": "a", "4": "b", "5": "c"})
    assert (found.household_precision, found.household_recall) == (1, pytest.approx(1 / 3))


def test_of_whom_no_record_names_the_home_is_left_out_of_the_second_measure(workspace):
    found = judged(workspace, TRUE, {"1": "a", "2": "a", "3": "a", "4": "b", "5": "b"})
    assert (found.household_f1, found.told_household_f1) == (pytest.approx(6 / 7), 1)


def test_somebody_in_two_pieces_is_counted_once_with_each_of_their_homes(workspace):
    clusters = {"1": "AB", "2": "CD", "6": "E", "3": "F", "4": "G", "5": "H"}
    found = judged(workspace, clusters, {"1": "a", "2": "a", "6": "c", "3": "a", "4": "b", "5": "c"})
    assert (found.household_precision, found.household_recall) == (pytest.approx(3 / 4), 1)


def test_a_record_that_the_run_left_out_is_asked_of_nobody(workspace):
    found = judged(workspace, {"1": "AB", "2": "CD", "3": "F", "4": "G"}, {"1": "a", "2": "a", "3": "a", "4": "b"})
    assert found == Judgement(6, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_linkage_is_judged_as_the_plain_measures_judge_it(tmp_path, seed):
    cli.main(["extracts", str(tmp_path), "--residents", "200", "--seed", str(seed)])
    truth, rng = true_people(tmp_path), Random(seed)
    predicted = {
        record: person if rng.random() < 0.9 else rng.choice(("P0000001", "P0000002", "nobody"))
        for record, person in truth.items()
        if rng.random() < 0.95
    }
    kept, children = {record: truth[record] for record in predicted}, children_of(tmp_path, AS_AT)
    rows = [(person, feed, record) for (feed, record), person in predicted.items()]
    found = judge(tmp_path, table(tmp_path / "persons.parquet", "person_id, feed, record_id", rows), AS_AT)
    assert found.records == len(kept)
    assert (found.cluster_precision, found.cluster_recall) == pytest.approx(cluster_precision_recall(predicted, kept))
    assert found.pair_precision == pytest.approx(pair_precision(predicted, kept))
    assert found.pair_recall == pytest.approx(pair_recall(predicted, kept))
    assert found.child_pair_precision == pytest.approx(pair_precision(predicted, kept, among=children))
    adults = set(kept.values()) - children
    assert found.adult_pair_precision == pytest.approx(pair_precision(predicted, kept, among=adults))


def test_the_command_prints_every_measure(workspace, capsys):
    judged(workspace, TRUE, {"1": "a", "2": "a", "3": "a", "4": "b", "5": "b"})
    persons, families = (str(workspace / f"{name}.parquet") for name in ("persons", "families"))
    assert cli.main(["judge", str(workspace), "--persons", persons, "--families", families]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["pair_f1"], told["cluster_f1"], told["told_household_f1"]) == (1, 1, 1)
    assert told["household_f1"] == pytest.approx(6 / 7)
