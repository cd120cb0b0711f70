"""A second state of a workspace differs by what it says changed, and its truth follows."""

import csv
import filecmp

import pytest

from lynchpin_world import cli
from lynchpin_world.feeds.agencies import FEEDS

SHARE = 0.1


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world") / "before"
    cli.main(["extracts", str(folder), "--residents", "900", "--seed", "5"])
    return folder


@pytest.fixture(scope="module")
def after(before):
    return change(before, before.parent / "after")


def change(before, after, seed=2):
    assert cli.main(["changes", str(before), str(after), "--share", str(SHARE), "--seed", str(seed)]) == 0
    return after


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_number(workspace, feed):
    return {row[feed.columns["record_id"]]: row for row in rows_of(workspace / "extracts" / f"{feed.name}.csv")}


def told(workspace, feed):
    return rows_of(workspace / "changes" / f"{feed.name}.csv")


def truth(workspace):
    return {(row["feed"], row["record_id"]): row["person_id"] for row in rows_of(workspace / "truth" / "records.csv")}


def test_the_same_seed_writes_the_same_bytes(before, after, tmp_path):
    change(before, tmp_path)
    names = sorted(path.relative_to(after) for path in after.rglob("*") if path.is_file())
    _, differing, missing = filecmp.cmpfiles(after, tmp_path, names, shallow=False)
    assert (differing, missing) == ([], [])


def test_the_second_state_has_all_the_files_of_the_first(before, after):
    had = {path.relative_to(before) for path in before.rglob("*") if path.is_file()}
    assert {
        path.relative_to(after) for path in after.rglob("*") if path.is_file() and path.parent.name != "changes"
    } == had


def test_what_is_told_as_changed_is_what_differs(before, after):
    for feed in FEEDS:
        whole, key = by_number(before, feed), feed.columns["record_id"]
        for row in told(after, feed):
            operation = row.pop("operation")
            if operation == "remove":
                del whole[row[key]]
                assert not any(value for name, value in row.items() if name != key)
            else:
                assert (operation == "insert") == (row[key] not in whole)
                whole[row[key]] = row
        assert whole == by_number(after, feed)


def test_about_the_share_changes_a_third_each_way(before, after):
    counted = [row["operation"] for feed in FEEDS for row in told(after, feed)]
    records = len(truth(before))
    for operation in ("insert", "update", "remove"):
        assert counted.count(operation) == pytest.approx(records * SHARE / 3, rel=0.25)


def test_every_record_that_is_left_has_a_truth(after):
    numbers = {(feed.name, number) for feed in FEEDS for number in by_number(after, feed)}
    assert set(truth(after)) == numbers
    people = {row["person_id"] for row in rows_of(after / "truth" / "people.csv")}
    assert set(truth(after).values()) <= people
    assert {row["person_id"] for row in rows_of(after / "truth" / "families.csv")} == people
    assert {row["person_id"] for row in rows_of(after / "truth" / "homes.csv")} == people


def test_a_record_that_was_there_is_of_the_same_person_still(before, after):
    known, later = truth(before), truth(after)
    assert all(known[record] == person for record, person in later.items() if record in known)


def test_a_newcomer_lives_in_a_family_that_was_there(before, after):
    old = {row["person_id"] for row in rows_of(before / "truth" / "people.csv")}
    new = [row for row in rows_of(after / "truth" / "people.csv") if row["person_id"] not in old]
    families = {row["family_id"] for row in rows_of(before / "truth" / "families.csv")}
    assert new and {row["family_id"] for row in new} <= families
    roles = {row["person_id"]: row["role"] for row in rows_of(after / "truth" / "families.csv")}
    assert {roles[row["person_id"]] for row in new} == {"adult", "child"}


def test_changes_follow_on_changes(after, tmp_path):
    third = change(after, tmp_path, seed=3)
    numbers = [number for feed in FEEDS for number in by_number(third, feed)]
    assert len(numbers) == len(set(numbers))
    assert any("N2." in number for number in numbers) and any("N3." in number for number in numbers)


def test_a_share_of_nothing_is_refused(before, tmp_path, capsys):
    with pytest.raises(SystemExit):
        cli.main(["changes", str(before), str(tmp_path), "--share", "0", "--seed", "1"])
    assert "above 0" in capsys.readouterr().err
