"""Extracts are the same for the same seed, covered by the truth, and wrong in the ways and amounts stated."""

import csv
import filecmp
import tomllib
from collections import Counter, defaultdict
from datetime import date
from math import sqrt
from random import Random

import pytest

from lynchpin_vrp.contract import FACTS, IDENTITY
from lynchpin_world import cli
from lynchpin_world.feeds.agencies import FEEDS
from lynchpin_world.feeds.faults import FAULTS, slip
from lynchpin_world.feeds.feed import Entry
from lynchpin_world.feeds.rates import DUPLICATED, rates

DATES = ("birth_date", "updated_on")
BY_NAME = {feed.name: feed for feed in FEEDS}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world") / "workspace"
    assert cli.main(["extracts", str(folder), "--residents", "300", "--seed", "5"]) == 0
    return folder


def files_of(folder):
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_same_seed_writes_the_same_bytes(workspace, tmp_path):
    cli.main(["extracts", str(tmp_path), "--residents", "300", "--seed", "5"])
    _, differing, missing = filecmp.cmpfiles(workspace, tmp_path, files_of(workspace), shallow=False)
    assert (differing, missing) == ([], [])


def test_another_seed_writes_other_extracts(workspace, tmp_path):
    cli.main(["extracts", str(tmp_path), "--residents", "300", "--seed", "6"])
    for feed in FEEDS:
        path = f"extracts/{feed.name}.csv"
        assert (workspace / path).read_bytes() != (tmp_path / path).read_bytes()


def test_a_workspace_holds_a_profile_an_extract_of_each_agency_the_truth_and_areas(workspace):
    names = {str(path) for path in files_of(workspace)}
    extracts = {f"extracts/{feed.name}.csv" for feed in FEEDS}
    truth = {f"truth/{name}.csv" for name in ("people", "records", "families", "institutions", "homes", "confirmed")}
    assert names == {"profile.toml", "deprivation.csv", *extracts, *truth}


def test_the_profile_names_only_columns_that_the_extracts_have(workspace):
    profile = tomllib.loads((workspace / "profile.toml").read_text(encoding="utf-8"))
    assert profile["as_at"] == date(2026, 11, 1)
    for feed in profile["feeds"]:
        columns = [*feed["columns"].values(), *feed["facts"].values()]
        assert (workspace / feed["path"]).read_text(encoding="utf-8").splitlines()[0].split(",") == columns


def test_the_truth_covers_every_record_once_and_nobody_else(workspace):
    written = [
        (feed.name, row[feed.columns["record_id"]])
        for feed in FEEDS
        for row in rows_of(workspace / "extracts" / f"{feed.name}.csv")
    ]
    known = [(row["feed"], row["record_id"]) for row in rows_of(workspace / "truth" / "records.csv")]
    people = {row["person_id"] for row in rows_of(workspace / "truth" / "people.csv")}
    assert sorted(written) == sorted(known)
    assert len(set(known)) == len(known)
    assert {row["person_id"] for row in rows_of(workspace / "truth" / "records.csv")} <= people


def test_the_truth_gives_children_in_shared_care_both_families(region):
    second = {child for family in region.families.values() for child in family.second_home_child_ids}
    main = {child for family in region.families.values() for child in family.child_ids}
    assert second
    assert second <= main


def test_at_least_twelve_agencies_write(feeds):
    assert len(feeds) >= 12
    assert all(feeds.values())


def test_a_resident_has_between_five_and_five_and_a_half_records(region, records):
    assert 5.0 < len(records) / len(region.people) < 5.5


CHILDREN_ONLY = {"youth_justice", "school_health"}
ADULTS_ONLY = {"adult_services", "jobcentre", "substance_misuse", "providers"}


@pytest.mark.parametrize("feed", [feed.name for feed in FEEDS])
def test_an_agency_writes_of_children_or_of_adults_as_its_work_is(region, feeds, feed):
    found = {row.person_id in region.children for row in feeds[feed]}
    assert found == {True} if feed in CHILDREN_ONLY else {False} if feed in ADULTS_ONLY else {True, False}


@pytest.mark.parametrize("feed", ["police", "substance_misuse", "probation", "youth_justice"])
def test_what_is_most_sensitive_is_told_of_few(records, feeds, feed):
    assert len(feeds[feed]) < 0.02 * len(records)


def test_a_police_notice_carries_no_number():
    police = next(feed for feed in FEEDS if feed.name == "police")
    assert not set(police.columns) & {"nhs_number", "nino", "upn", "uprn"}


def test_no_two_agencies_number_their_records_alike():
    assert len({feed.prefix for feed in FEEDS}) == len(FEEDS)


def test_every_feed_names_only_columns_and_facts_that_profiling_knows():
    for feed in FEEDS:
        assert set(feed.columns) <= set(IDENTITY)
        assert set(feed.facts) <= set(FACTS)


def test_a_row_carries_only_facts_that_its_feed_has(feeds):
    for feed in FEEDS:
        known = {*feed.columns, *feed.facts}
        assert all(set(row.values) <= known for row in feeds[feed.name])


def test_every_fact_is_told_by_somebody(records):
    told = {name for row in records for name, value in row.values.items() if value}
    assert set(FACTS) <= told


def test_a_strangers_home_is_told_in_the_truth(region, workspace, tmp_path):
    cli.main(["extracts", str(tmp_path), "--residents", "1200", "--seed", "5"])
    rows = rows_of(tmp_path / "truth" / "institutions.csv")
    assert {row["institution"] for row in rows} == {"care_home", "refuge", "prison"}
    families = {row["person_id"]: row["family_id"] for row in rows_of(tmp_path / "truth" / "people.csv")}
    assert len({families[row["person_id"]] for row in rows if row["institution"] == "care_home"}) > 3
    assert rows_of(workspace / "truth" / "institutions.csv") == []


def test_no_row_is_written_before_its_person_is_born_or_after_today(region, records):
    for record in records:
        written_on = date.fromisoformat(record.values["updated_on"])
        assert region.people[record.person_id].birth_date <= written_on <= region.as_at


def test_attendance_is_only_on_rows_of_pupils(region, feeds):
    with_attendance = {row.person_id for row in feeds["education"] if row.values.get("attendance")}
    assert with_attendance
    assert all(3 <= region.people[person].age_on(region.as_at) <= 18 for person in with_attendance)


def test_a_household_owes_one_amount_of_rent(region, feeds):
    owed = defaultdict(set)
    for row in feeds["housing"]:
        if row.values.get("arrears_weeks"):
            owed[region.people[row.person_id].family_id].add(row.values["arrears_weeks"])
    assert len(owed) > 50
    assert all(len(amounts) == 1 for amounts in owed.values())


def test_facts_follow_from_needs(region, feeds):
    absent = [
        float(row.values["attendance"])
        for row in feeds["education"]
        if row.values.get("attendance") and "absence" in region.families[region.people[row.person_id].family_id].needs
    ]
    assert sum(absent) / len(absent) < 88


@pytest.mark.parametrize("feed", [feed.name for feed in FEEDS])
def test_faults_strike_at_their_stated_rates(feeds, feed):
    rows = feeds[feed]
    struck = Counter(fault for row in rows for fault in row.faults)
    for fault, rate in rates(BY_NAME[feed]).items():
        spread = sqrt(len(rows) * rate * (1 - rate))
        assert abs(struck[fault] - len(rows) * rate) <= 5 * spread, fault


def test_every_fault_that_is_rated_exists_and_every_fault_is_rated():
    assert {fault for feed in FEEDS for fault in rates(feed)} == set(FAULTS)


def test_some_rows_are_written_twice(feeds):
    for rows in (rows for rows in feeds.values() if len(rows) > 500):
        days = Counter((row.person_id, row.values["updated_on"]) for row in rows)
        assert sum(days.values()) - len(days) > len(rows) * DUPLICATED / 3


def test_default_dates_missing_dates_and_blank_postcodes_are_there(records):
    births = Counter(record.values["birth_date"] for record in records)
    assert births["1900-01-01"] > 10
    assert births[""] > 100
    assert sum(record.values["postcode"] == "" for record in records) > 100


def test_some_children_carry_a_siblings_nhs_number(region, records):
    def of_a_sibling(record):
        person = region.people[record.person_id]
        siblings = region.families[person.family_id].person_ids
        return record.values.get("nhs_number") in {
            region.people[other].nhs_number for other in siblings if other != person.person_id
        }

    assert any(of_a_sibling(record) for record in records)


def test_some_rows_keep_an_address_that_the_family_has_left(region, records):
    def left(record):
        home = region.homes[region.people[record.person_id].home_id]
        return record.values["postcode"] not in {"", home.postcode}

    assert sum(map(left, records)) > len(records) * 0.1


def test_extracts_still_hold_nothing_real(records):
    for record in records:
        values = record.values
        assert values.get("nhs_number", "")[:3] in {"", "999"}
        assert values.get("nino", "")[:2] in {"", "QQ"}
        assert values.get("email", "").endswith(".example") or not values.get("email")


@pytest.fixture(scope="module")
def sibling(region):
    family = next(family for family in region.families.values() if len(family.child_ids) > 1 and len(family.stays) > 1)
    person = region.people[family.child_ids[0]]
    return Entry(person, family, region.as_at, current=True, is_child=True, parent=None)


@pytest.mark.parametrize(
    ("fault", "column", "before", "after"),
    [
        ("day_month_swapped", "birth_date", "2014-03-07", "2014-07-03"),
        ("day_month_swapped", "birth_date", "2014-03-27", "2014-03-27"),
        ("marks_dropped", "forename", "Siân", "Sian"),
        ("marks_lost", "forename", "Siân", "Si?n"),
        ("half_surname", "surname", "Ŵyn-Jones", "Jones"),
        ("initial_only", "forename", "Rhiannon", "R"),
        ("upper_case", "surname", "ap Siôn", "AP SIÔN"),
        ("surname_spelling", "surname", "Pugh", "Puw"),
        ("sex_wrong", "sex", "F", "M"),
        ("postcode_missing", "postcode", "CF40 1CK", ""),
    ],
)
def test_a_fault_leaves_what_it_says(region, sibling, fault, column, before, after):
    values = dict.fromkeys(("forename", "middle_names", "surname", "address", "sex"), "") | {column: before}
    FAULTS[fault](values, sibling, region, Random(1))
    assert values[column] == after


def test_a_stale_address_is_the_one_before(region, sibling):
    values = {"address": "", "postcode": "", "uprn": ""}
    FAULTS["stale_address"](values, sibling, region, Random(1))
    assert values["uprn"] == region.homes[sibling.family.stays[-2].home_id].uprn


def test_a_relatives_number_is_a_siblings_and_never_the_childs_own(region, sibling):
    values = {"nhs_number": sibling.person.nhs_number}
    FAULTS["nhs_number_of_relative"](values, sibling, region, Random(1))
    others = {region.people[child].nhs_number for child in sibling.family.child_ids} - {sibling.person.nhs_number}
    assert values["nhs_number"] in others


def test_a_slip_changes_a_name_by_one_stroke():
    rng = Random(2)
    slips = {slip("Rhiannon", rng) for _ in range(200)}
    assert len(slips) > 10
    assert all(abs(len(slipped) - len("Rhiannon")) <= 1 for slipped in slips)
    assert slip("Jo", rng) == "Jo"


def test_a_folder_is_refused_without_any_residents(tmp_path, capsys):
    with pytest.raises(SystemExit):
        cli.main(["extracts", str(tmp_path), "--residents", "0", "--seed", "1"])
    assert "at least 1" in capsys.readouterr().err


def test_the_truth_tells_where_everybody_lives_and_whether_a_record_says_so(workspace):
    rows = rows_of(workspace / "truth" / "homes.csv")
    told = {row["person_id"]: row["told"] for row in rows}
    assert set(told) == {row["person_id"] for row in rows_of(workspace / "truth" / "people.csv")}
    assert 0.9 < sum(answer == "Y" for answer in told.values()) / len(told) < 1
    place = {row["person_id"]: row["uprn"] for row in rows}
    people = {(row["feed"], row["record_id"]): row["person_id"] for row in rows_of(workspace / "truth" / "records.csv")}
    named = defaultdict(set)
    for row in rows_of(workspace / "extracts" / "revenues.csv"):
        named[people["revenues", row[BY_NAME["revenues"].columns["record_id"]]]].add(
            row[BY_NAME["revenues"].columns["uprn"]]
        )
    assert all(told[person] == "Y" for person, uprns in named.items() if place[person] in uprns)
