"""Each factor counts what its page says it counts, and fades as its kind of evidence fades."""

from __future__ import annotations

import re
from datetime import date

import pytest

from lynchpin_vrp import CATALOGUE, features
from lynchpin_vrp.contract import FACTS, Kind
from lynchpin_vrp.features import Axis
from lynchpin_vrp.settings import with_overrides
from tests.vrp.writing import AS_AT, feed, table

FACTORS = {factor.key: factor for factor in CATALOGUE}
EVERY_FACTOR_ON = with_overrides(CATALOGUE, {key: {"on": True} for key in FACTORS})
TYPES = {Kind.DATE: "date", Kind.PERCENT: "decimal(5,2)", Kind.COUNT: "integer"}
LATELY, TERM_END = date(2026, 10, 1), date(2026, 10, 23)
AGES = {"HE3": 3, "PR10": 3}


@pytest.fixture
def facts(engine):
    """Facts of one person found in literal rows of evidence, as {factor: (points in whole points, decay in per cent)}."""

    def find(*rows, age=10, factors=EVERY_FACTOR_ON):
        columns = "uid bigint, feed varchar, record_id varchar, updated_on date, " + ", ".join(
            f"{name} {TYPES.get(kind, 'varchar')}" for name, kind in FACTS.items()
        )
        stacked = [
            (uid, "school", str(uid), row.get("updated_on"), *(row.get(name) for name in FACTS))
            for uid, row in enumerate(rows, start=1)
        ]
        table(engine, "stacked", columns, stacked)
        table(engine, "persons", "uid bigint, person_id varchar", [(row[0], "P1") for row in stacked])
        table(engine, "families", "family_id varchar, person_id varchar, role varchar", [("F1", "P1", "child")])
        table(engine, "people", "person_id varchar, age integer", [("P1", age)])
        table(engine, "homes", "person_id varchar, since date, until date, earliest_uid bigint", [])
        engine.take(*features.steps(factors, [feed(facts=" ".join(FACTS))], AS_AT))
        return {
            key: (points, decay) for key, points, decay in engine.fetch("select factor, points / 100, decay from facts")
        }

    return find


TERM = {"term_ended_on": TERM_END}
SEEN = {"recorded_on": LATELY}
SPEC = [
    ("ED1", {**TERM, "attendance": 79.9, "attendance_previous": 79.9}, 6),
    ("ED1", {**TERM, "attendance": 79.9, "attendance_previous": 80}, 0),
    ("ED1", {**TERM, "attendance": 79.9}, 0),
    ("ED2", {**TERM, "attendance": 80, "attendance_previous": 95}, 3),
    ("ED2", {**TERM, "attendance": 89.9}, 3),
    ("ED2", {**TERM, "attendance": 90}, 0),
    ("ED2", {**TERM, "attendance": 70, "attendance_previous": 95}, 3),
    ("ED2", {**TERM, "attendance": 70, "attendance_previous": 70}, 0),
    ("ED3", {**TERM, "exclusions": 0}, 0),
    ("ED3", {**TERM, "exclusions": 1, "last_exclusion_on": LATELY}, 3),
    ("ED3", {**TERM, "exclusions": 2, "last_exclusion_on": LATELY}, 4),
    ("ED3", {**TERM, "exclusions": 5, "last_exclusion_on": LATELY}, 6),
    ("ED4", {"school_moves": 1, "last_school_move_on": LATELY}, 0),
    ("ED4", {"school_moves": 2, "last_school_move_on": LATELY}, 3),
    ("ED5", {**TERM, "progress_concern": "Y"}, 2),
    ("ED5", {**TERM, "progress_concern": "N"}, 0),
    ("ED7", {**TERM, "aln_unmet": "Y"}, 2),
    ("IN1", {**TERM, "free_meals": "EFSM"}, 3),
    ("IN1", {**TERM, "free_meals": "TP"}, 0),
    ("IN1", {**TERM, "free_meals": "UPM"}, 0),
    ("IN2", {**SEEN, "missed_instalments": 1}, 0),
    ("IN2", {**SEEN, "missed_instalments": 2}, 3),
    ("IN2", {"reminder_on": LATELY}, 3),
    ("HO1", {**SEEN, "arrears_weeks": 7}, 0),
    ("HO1", {**SEEN, "arrears_weeks": 8}, 4),
    ("HO1", {**SEEN, "arrears_weeks": 0, "notice_served_on": LATELY}, 4),
    ("HO2", {"homeless_on": LATELY}, 6),
    ("HO2", {"homeless_on": date(2025, 10, 31)}, 0),
    ("HO3", {"moves": 1, "last_move_on": LATELY}, 0),
    ("HO3", {"moves": 2, "last_move_on": LATELY}, 3),
    ("HE3", {"contacts_missed": 2, "last_missed_on": LATELY}, 3),
    ("FA1", {"closed_on": LATELY}, 4),
    ("FA2", {**SEEN, "young_carer": "Y"}, 4),
    ("PR3", {**TERM, "attendance": 95, "attendance_previous": 95}, 3),
    ("PR3", {**TERM, "attendance": 95, "attendance_previous": 94.9}, 0),
    ("PR5", {**SEEN, "tenancy_started_on": date(2024, 11, 1)}, 3),
    ("PR5", {**SEEN, "tenancy_started_on": date(2024, 11, 2)}, 0),
    ("PR5", {**SEEN, "tenancy_started_on": date(2020, 1, 1), "arrears_weeks": 1}, 0),
    ("PR10", {**SEEN, "contacts_complete": "Y"}, 2),
]


@pytest.mark.parametrize(("key", "row", "points"), SPEC)
def test_a_factor_counts_exactly_what_its_page_says(facts, key, row, points):
    assert facts(row, age=AGES.get(key, 10)).get(key, (0, 0))[0] == points


def test_every_factor_has_a_case_in_which_it_counts():
    assert {key for key, _, points in SPEC if points} == set(FACTORS)


@pytest.mark.parametrize(
    ("event", "decay"),
    [
        ("2026-05-01", 100),
        ("2026-04-30", 50),
        ("2025-11-01", 50),
        ("2025-10-31", 25),
        ("2024-11-01", 25),
        ("2024-10-31", None),
    ],
)
def test_an_event_fades_by_calendar_months(facts, event, decay):
    found = facts({"school_moves": 2, "last_school_move_on": date.fromisoformat(event)})
    assert found.get("ED4", (0, None))[1] == decay


@pytest.mark.parametrize(
    ("rows", "decay"),
    [
        ([("2026-10-01", "Y")], 100),
        ([("2025-11-02", "Y")], 100),
        ([("2025-11-01", "Y")], 50),
        ([("2025-04-30", "Y")], None),
        ([("2025-09-01", "Y"), ("2026-06-01", "N")], 50),
        ([("2025-09-01", "Y"), ("2026-04-01", "N")], None),
        ([("2025-09-01", "N"), ("2026-04-01", "Y")], 100),
    ],
)
def test_a_state_counts_until_it_ends_and_half_for_six_months_more(facts, rows, decay):
    found = facts(*({"recorded_on": date.fromisoformat(day), "young_carer": flag} for day, flag in rows))
    assert found.get("FA2", (0, None))[1] == decay


def test_only_the_latest_term_is_evidence(facts):
    low = {"term_ended_on": date(2026, 7, 17), "attendance": 85}
    assert "ED2" in facts(low)
    assert "ED2" not in facts(low, {**TERM, "attendance": 96})


def test_evidence_from_after_the_run_date_is_not_used(facts):
    assert facts({"school_moves": 2, "last_school_move_on": date(2026, 11, 2)}) == {}


def test_a_school_record_says_nothing_of_somebody_who_has_left_school(facts):
    row = {"school_moves": 2, "last_school_move_on": LATELY}
    assert facts(row, age=17) and not facts(row, age=18)


def test_a_factor_ships_off_when_no_power_to_share_is_settled():
    assert {key for key, factor in FACTORS.items() if not factor.on} == {"ED7", "IN2", "HE3"}


def test_a_factor_that_is_off_finds_nothing(facts):
    assert facts({**SEEN, "missed_instalments": 4}, factors=CATALOGUE) == {}


def test_a_factor_counts_only_between_its_dates(facts):
    row = {"school_moves": 2, "last_school_move_on": LATELY}
    assert "ED4" not in facts(row, factors=with_overrides(CATALOGUE, {"ED4": {"to_on": date(2026, 10, 31)}}))


@pytest.mark.parametrize("factor", CATALOGUE, ids=lambda factor: factor.key)
def test_a_factor_is_explained_in_both_languages_and_reads_only_what_it_names(factor):
    words = (factor.label.en, factor.label.cy, factor.meaning.en, factor.meaning.cy, factor.useful, factor.lawful)
    assert all(len(word) > 8 for word in words)
    assert set(re.findall(r"\w+", factor.sql)) & set(FACTS) == set(factor.reads)


def test_both_axes_are_carried():
    assert {factor.axis for factor in CATALOGUE} == set(Axis)
