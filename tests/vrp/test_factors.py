"""Each factor counts what its page says it counts, and fades as its kind of evidence fades."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from pkgutil import iter_modules

import pytest
from hypothesis import given
from hypothesis import settings as checked
from hypothesis import strategies as st

from lynchpin_vrp import CATALOGUE, features
from lynchpin_vrp.contract import FACTS, IDENTITY, Kind
from lynchpin_vrp.engine import Engine
from lynchpin_vrp.features import Axis, Decay, factors
from lynchpin_vrp.settings import with_overrides
from tests.vrp.writing import AS_AT, feed, table

FACTORS = {factor.key: factor for factor in CATALOGUE}
EVERY_FACTOR_ON = with_overrides(CATALOGUE, {key: {"on": True} for key in FACTORS})
TYPES = {Kind.DATE: "date", Kind.PERCENT: "decimal(5,2)", Kind.COUNT: "integer", Kind.TIER: "integer"}
LATELY, TERM_END = date(2026, 10, 1), date(2026, 10, 23)
AGES = {"HE3": 3, "PR10": 3, "ED6": 17, "HE1": 30, "HE2": 30, "FA4": 30, "PR4": 30}


COLUMNS = "uid bigint, feed varchar, record_id varchar, updated_on date, " + ", ".join(
    f"{name} {TYPES.get(kind, 'varchar')}" for name, kind in FACTS.items()
)


def facts_of_each(engine, people, counted=EVERY_FACTOR_ON):
    """Facts found in literal rows of evidence of people given as (age, rows), one {factor: (whole points, per cent)} a person."""
    rows = [(f"P{place}", row) for place, (_, told) in enumerate(people) for row in told]
    stated = [
        (uid, "school", str(uid), row.get("updated_on"), *(row.get(name) for name in FACTS))
        for uid, (_, row) in enumerate(rows, start=1)
    ]
    keys = [f"P{place}" for place in range(len(people))]
    table(engine, "stated", COLUMNS, stated)
    table(engine, "stacked", "uid bigint, feed varchar, record_id varchar", [row[:3] for row in stated])
    table(engine, "persons", "uid bigint, person_id varchar", list(enumerate((key for key, _ in rows), start=1)))
    table(engine, "families", "family_id varchar, person_id varchar, role varchar", [("F1", key, "-") for key in keys])
    table(
        engine,
        "people",
        "person_id varchar, age integer",
        [(key, age) for key, (age, _) in zip(keys, people, strict=True)],
    )
    table(engine, "homes", "person_id varchar, since date, until date, earliest_uid bigint", [])
    engine.take(*features.steps(counted, [feed(facts=" ".join(FACTS))], AS_AT))
    found = {key: {} for key in keys}
    for person, factor, points, decay in engine.fetch("select person_id, factor, points / 100, decay from facts"):
        found[person][factor] = (points, decay)
    return list(found.values())


@pytest.fixture
def facts(engine):
    """Facts of one person, found in literal rows of evidence."""

    def find(*rows, age=10, counted=EVERY_FACTOR_ON):
        return facts_of_each(engine, [(age, rows)], counted)[0]

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
    ("ED6", {**SEEN, "careers_tier": 1}, 6),
    ("ED6", {**SEEN, "careers_tier": 2}, 6),
    ("ED6", {**SEEN, "careers_tier": 3}, 4),
    ("ED6", {**SEEN, "careers_tier": 4}, 2),
    ("ED6", {**SEEN, "careers_tier": 5}, 0),
    ("IN1", {**TERM, "free_meals": "EFSM"}, 3),
    ("IN1", {**TERM, "free_meals": "TP"}, 0),
    ("IN1", {**TERM, "free_meals": "UPM"}, 0),
    ("IN2", {**SEEN, "missed_instalments": 1}, 0),
    ("IN2", {**SEEN, "missed_instalments": 2}, 3),
    ("IN2", {"reminder_on": LATELY}, 3),
    ("IN3", {"benefit_changed_on": LATELY}, 3),
    ("IN4", {"crisis_help_uses": 1, "last_crisis_help_on": LATELY}, 0),
    ("IN4", {"crisis_help_uses": 2, "last_crisis_help_on": LATELY}, 4),
    ("HO1", {**SEEN, "arrears_weeks": 7}, 0),
    ("HO1", {**SEEN, "arrears_weeks": 8}, 4),
    ("HO1", {**SEEN, "arrears_weeks": 0, "notice_served_on": LATELY}, 4),
    ("HO2", {"homeless_on": LATELY}, 6),
    ("HO2", {"homeless_on": date(2025, 10, 31)}, 0),
    ("HO3", {"moves": 1, "last_move_on": LATELY}, 0),
    ("HO3", {"moves": 2, "last_move_on": LATELY}, 3),
    ("SA1", {"abuse_notified_on": LATELY}, 8),
    ("SA2", {"prevention_referred_on": LATELY}, 4),
    ("SA3", {"missing_episodes": 0}, 0),
    ("SA3", {"missing_episodes": 1, "last_missing_on": LATELY}, 6),
    ("SA4", {**SEEN, "parent_in_prison": "Y"}, 5),
    ("SA4", {**SEEN, "parent_in_prison": "N"}, 0),
    ("HE1", {**SEEN, "parent_wellbeing_need": "Y"}, 5),
    ("HE1", {**SEEN, "parent_wellbeing_need": "N"}, 0),
    ("HE2", {**SEEN, "parent_in_treatment": "Y"}, 6),
    ("HE2", {**SEEN, "parent_in_treatment": "N"}, 0),
    ("HE3", {"contacts_missed": 1}, 0),
    ("HE3", {"contacts_missed": 2, "last_missed_on": LATELY}, 3),
    ("HE4", {"wellbeing_referred_on": LATELY}, 4),
    ("FA1", {"closed_on": LATELY}, 4),
    ("FA2", {**SEEN, "young_carer": "Y"}, 4),
    ("FA3", {"loss_reported_on": LATELY}, 3),
    ("FA4", {**SEEN, "socially_isolated": "Y"}, 3),
    ("FA4", {**SEEN, "socially_isolated": "N"}, 0),
    ("PR1", {**SEEN, "trusted_adult": "Y"}, 5),
    ("PR1", {**SEEN, "trusted_adult": "N"}, 0),
    ("PR2", {**SEEN, "people_to_turn_to": 1}, 0),
    ("PR2", {**SEEN, "people_to_turn_to": 2}, 4),
    ("PR3", {**TERM, "attendance": 95, "attendance_previous": 95}, 3),
    ("PR3", {**TERM, "attendance": 95, "attendance_previous": 94.9}, 0),
    ("PR5", {**SEEN, "tenancy_started_on": date(2024, 11, 1)}, 3),
    ("PR5", {**SEEN, "tenancy_started_on": date(2024, 11, 2)}, 0),
    ("PR5", {**SEEN, "tenancy_started_on": date(2020, 1, 1), "arrears_weeks": 1}, 0),
    ("PR4", {**SEEN, "in_work_since": date(2026, 5, 1)}, 4),
    ("PR4", {**SEEN, "in_work_since": date(2026, 5, 2)}, 0),
    ("PR6", {"last_group_on": date(2026, 8, 1)}, 3),
    ("PR6", {"last_group_on": date(2026, 7, 31)}, 0),
    ("PR7", {"course_completed_on": date(2026, 8, 1)}, 3),
    ("PR7", {"course_completed_on": date(2025, 10, 31)}, 0),
    ("PR8", {"volunteer_hours": 3, "last_volunteered_on": LATELY}, 0),
    ("PR8", {"volunteer_hours": 4, "last_volunteered_on": LATELY}, 2),
    ("PR9", {"wellbeing_improved": "Y", "wellbeing_measured_on": LATELY}, 3),
    ("PR9", {"wellbeing_improved": "N", "wellbeing_measured_on": LATELY}, 0),
    ("PR10", {**SEEN, "contacts_complete": "Y"}, 2),
    ("PR10", {**SEEN, "contacts_complete": "N"}, 0),
    ("PR11", {"goal_moved_up_on": date(2026, 8, 1)}, 3),
    ("PR11", {"goal_moved_up_on": date(2026, 7, 31)}, 0),
]


def test_a_factor_counts_exactly_what_its_page_says(engine):
    found = facts_of_each(engine, [(AGES.get(key, 10), [row]) for key, row, _ in SPEC])
    wrong = [(*case, told) for case, told in zip(SPEC, found, strict=True) if told.get(case[0], (0,))[0] != case[2]]
    assert not wrong


def test_every_factor_has_a_case_in_which_it_counts():
    assert {key for key, _, points in SPEC if points} == set(FACTORS)


LATEST = {"HO2": 12, "FA1": 24, "PR6": 3, "PR7": 12, "PR11": 3}  # months in which it counts at all, where that is said
EDGES = [
    ("2026-05-01", 100),
    ("2026-04-30", 50),
    ("2025-11-01", 50),
    ("2025-10-31", 25),
    ("2024-11-01", 25),
    ("2024-10-31", None),
]
# a row that counts in full, without its date, and the column that holds the date
EVENTS = {
    "ED3": ({"exclusions": 1}, "last_exclusion_on"),
    "ED4": ({"school_moves": 2}, "last_school_move_on"),
    "IN2": ({}, "reminder_on"),
    "IN3": ({}, "benefit_changed_on"),
    "IN4": ({"crisis_help_uses": 2}, "last_crisis_help_on"),
    "HO2": ({}, "homeless_on"),
    "HO3": ({"moves": 2}, "last_move_on"),
    "SA1": ({}, "abuse_notified_on"),
    "SA2": ({}, "prevention_referred_on"),
    "SA3": ({"missing_episodes": 1}, "last_missing_on"),
    "HE3": ({"contacts_missed": 2}, "last_missed_on"),
    "HE4": ({}, "wellbeing_referred_on"),
    "FA1": ({}, "closed_on"),
    "FA3": ({}, "loss_reported_on"),
    "PR6": ({}, "last_group_on"),
    "PR7": ({}, "course_completed_on"),
    "PR8": ({"volunteer_hours": 4}, "last_volunteered_on"),
    "PR9": ({"wellbeing_improved": "Y"}, "wellbeing_measured_on"),
    "PR11": ({}, "goal_moved_up_on"),
}
STATES = {
    "ED6": ({"careers_tier": 3}, {"careers_tier": 5}),
    "ED7": ({"aln_unmet": "Y"}, {"aln_unmet": "N"}),
    "IN1": ({"free_meals": "EFSM"}, {"free_meals": "TP"}),
    "HO1": ({"arrears_weeks": 8}, {"arrears_weeks": 0}),
    "SA4": ({"parent_in_prison": "Y"}, {"parent_in_prison": "N"}),
    "HE1": ({"parent_wellbeing_need": "Y"}, {"parent_wellbeing_need": "N"}),
    "HE2": ({"parent_in_treatment": "Y"}, {"parent_in_treatment": "N"}),
    "FA2": ({"young_carer": "Y"}, {"young_carer": "N"}),
    "FA4": ({"socially_isolated": "Y"}, {"socially_isolated": "N"}),
    "PR1": ({"trusted_adult": "Y"}, {"trusted_adult": "N"}),
    "PR2": ({"people_to_turn_to": 3}, {"people_to_turn_to": 0}),
    "PR4": ({"in_work_since": date(2020, 1, 1)}, {"in_work_since": date(2026, 10, 1)}),
    "PR5": ({"tenancy_started_on": date(2020, 1, 1)}, {"tenancy_started_on": date(2020, 1, 1), "arrears_weeks": 4}),
    "PR10": ({"contacts_complete": "Y"}, {"contacts_complete": "N"}),
}
TERMS = {
    "ED1": {"attendance": 70, "attendance_previous": 70},
    "ED2": {"attendance": 85},
    "ED5": {"progress_concern": "Y"},
    "PR3": {"attendance": 99, "attendance_previous": 99},
}


def test_every_factor_is_an_event_a_state_or_a_term_and_its_edges_are_tested():
    by_decay = {Decay.EVENT: EVENTS, Decay.STATE: STATES, Decay.TERM: TERMS}
    for decay, cases in by_decay.items():
        assert {key for key, factor in FACTORS.items() if factor.decay == decay} == set(cases)


def test_an_event_fades_by_calendar_months(engine):
    cases = [(key, date.fromisoformat(day), decay) for key in EVENTS for day, decay in EDGES]
    people = [(AGES.get(key, 10), [{**EVENTS[key][0], EVENTS[key][1]: on}]) for key, on, _ in cases]
    for (key, on, decay), told in zip(cases, facts_of_each(engine, people), strict=True):
        counts = on >= _months_before(AS_AT, LATEST.get(key, 24))
        assert told.get(key, (0, None))[1] == (decay if counts else None), (key, on)


def _months_before(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return day.replace(year=year, month=month + 1)


@pytest.mark.parametrize(
    ("seen", "decay"),
    [
        ([("2026-10-01", True)], 100),
        ([("2025-11-02", True)], 100),
        ([("2025-11-01", True)], 50),
        ([("2025-05-01", True)], 50),
        ([("2025-04-30", True)], None),
        ([("2025-09-01", True), ("2026-06-01", False)], 50),
        ([("2025-09-01", True), ("2026-05-01", False)], 50),
        ([("2025-09-01", True), ("2026-04-30", False)], None),
        ([("2025-09-01", False), ("2026-04-01", True)], 100),
    ],
)
def test_a_state_counts_until_it_ends_and_half_for_six_months_more(engine, seen, decay):
    days = [(date.fromisoformat(day), true) for day, true in seen]
    people = [
        (AGES.get(key, 10), [{"recorded_on": day, **(so if true else not_so)} for day, true in days])
        for key, (so, not_so) in STATES.items()
    ]
    told = dict(zip(STATES, facts_of_each(engine, people), strict=True))
    assert {key: found.get(key, (0, None))[1] for key, found in told.items()} == dict.fromkeys(STATES, decay)


@pytest.mark.parametrize(("ended", "decay"), [("2026-10-23", 100), ("2026-05-01", 100), ("2026-04-30", None)])
def test_a_term_counts_until_the_next_should_have_been_told(engine, ended, decay):
    people = [(10, [{"term_ended_on": date.fromisoformat(ended), **row}]) for row in TERMS.values()]
    told = dict(zip(TERMS, facts_of_each(engine, people), strict=True))
    assert {key: found.get(key, (0, None))[1] for key, found in told.items()} == dict.fromkeys(TERMS, decay)


def plain_decay(kind, days, place):
    """DOMAIN 4.4 in plain Python: how much in per cent the sighting at `place` of days in order still counts."""
    day, later = days[place], days[place + 1 :]
    if kind == Decay.EVENT:
        kept = {6: 100, 12: 50, 24: 25}
        return next((share for months, share in kept.items() if day >= _months_before(AS_AT, months)), 0)
    if kind == Decay.TERM:
        return 100 if not later and day >= _months_before(AS_AT, 6) else 0
    ended = min([*later[:1], _months_before(day, -12)])
    return 100 if ended > AS_AT else 50 if ended >= _months_before(AS_AT, 6) else 0


KINDS = {
    Decay.EVENT: ("ED4", 3, lambda day, so: {"school_moves": 2 if so else 0, "last_school_move_on": day}),
    Decay.STATE: ("FA2", 4, lambda day, so: {"recorded_on": day, "young_carer": "Y" if so else "N"}),
    Decay.TERM: ("ED5", 2, lambda day, so: {"term_ended_on": day, "progress_concern": "Y" if so else "N"}),
}
days = st.integers(0, 900).map(lambda ago: AS_AT - timedelta(days=ago)).filter(lambda day: day.day <= 28)
told = st.dictionaries(days, st.booleans(), max_size=5).map(lambda found: sorted(found.items()))


@given(st.lists(st.tuples(st.sampled_from(list(Decay)), told), min_size=1, max_size=30))
@checked(max_examples=15, deadline=None)
def test_evidence_fades_as_a_plain_reckoning_says(people):
    engine = Engine()
    try:
        rows = [(10, [KINDS[kind][2](day, so) for day, so in seen]) for kind, seen in people]
        for (kind, seen), found in zip(people, facts_of_each(engine, rows), strict=True):
            key, points, _ = KINDS[kind]
            on = [day for day, _ in seen]
            best = max((plain_decay(kind, on, place) for place, (_, so) in enumerate(seen) if so), default=0)
            assert found == ({key: (points * best / 100, best)} if best else {})
    finally:
        engine.close()


def test_only_the_latest_term_is_evidence(facts):
    low = {"term_ended_on": date(2026, 7, 17), "attendance": 85}
    assert "ED2" in facts(low)
    assert "ED2" not in facts(low, {**TERM, "attendance": 96})


def test_evidence_from_after_the_run_date_is_not_used(facts):
    assert facts({"school_moves": 2, "last_school_move_on": date(2026, 11, 2)}) == {}


def test_a_school_record_says_nothing_of_somebody_who_has_left_school(facts):
    row = {"school_moves": 2, "last_school_move_on": LATELY}
    assert facts(row, age=17) and not facts(row, age=18)


OFF = {"IN2", "IN3", "SA1", "SA2", "SA3", "SA4", "HE1", "HE2", "HE3", "HE4", "ED7"}


def test_a_factor_ships_off_when_no_power_to_share_is_settled():
    assert {key for key, factor in FACTORS.items() if not factor.on} == OFF


def test_the_catalogue_is_whole():
    axes = Counter(factor.axis for factor in CATALOGUE)
    assert axes == {Axis.VULNERABILITY: 26, Axis.PROTECTION: 11}
    assert len(FACTORS) == len(CATALOGUE)


def test_every_factor_has_a_file_of_its_own_that_begins_with_its_key():
    files = {module.name.split("_")[0].upper() for module in iter_modules(factors.__path__)}
    assert files == set(FACTORS)


def test_what_never_leaves_the_reviewers_page_is_marked():
    assert {key for key, factor in FACTORS.items() if factor.withheld} == {"SA1", "SA3", "SA4", "HE1", "HE2", "FA1"}


def test_what_resembles_an_adverse_experience_is_marked_so_that_nobody_counts_it():
    assert {key for key, factor in FACTORS.items() if factor.resembles_ace} == {"SA1", "SA4", "HE1", "HE2", "FA3"}


def test_what_is_close_to_a_protected_characteristic_is_marked_and_off():
    assert {key for key, factor in FACTORS.items() if factor.equality_sensitive} == {"ED7", "HE1"}


CONTEXT = {"open_plan", "recorded_on", "term_ended_on"}  # who is left out, and when the agency looked


def test_every_fact_column_belongs_to_a_factor():
    assert {column for factor in CATALOGUE for column in factor.reads} == set(FACTS) - CONTEXT


TABLES = {"evidence", "dwelt", "people", "asked"}
FORBIDDEN = (set(IDENTITY) - {"record_id"}) | {
    "stacked",
    "religion",
    "ethnicity",
    "language",
    "disability",
    "deprivation",
    "wimd",
    "area",
}


@pytest.mark.parametrize("factor", CATALOGUE, ids=lambda factor: factor.key)
def test_a_factor_reads_no_protected_characteristic_no_place_and_no_free_text(factor):
    assert not set(re.findall(r"\w+", factor.sql)) & FORBIDDEN
    assert not {FACTS[column] for column in factor.reads} & {Kind.TEXT, Kind.NAME, Kind.BIRTH_DATE}


@pytest.mark.parametrize("factor", CATALOGUE, ids=lambda factor: factor.key)
def test_a_factor_asks_only_the_tables_that_are_its_to_ask(factor):
    assert set(re.findall(r"(?:from|join) (\w+)", factor.sql)) <= TABLES


def test_a_factor_that_is_off_finds_nothing(facts):
    assert facts({**SEEN, "missed_instalments": 4}, counted=CATALOGUE) == {}


def test_a_factor_counts_only_between_its_dates(facts):
    row = {"school_moves": 2, "last_school_move_on": LATELY}
    assert "ED4" not in facts(row, counted=with_overrides(CATALOGUE, {"ED4": {"to_on": date(2026, 10, 31)}}))


@pytest.mark.parametrize("factor", CATALOGUE, ids=lambda factor: factor.key)
def test_a_factor_is_explained_in_both_languages_and_reads_only_what_it_names(factor):
    words = (factor.label.en, factor.label.cy, factor.meaning.en, factor.meaning.cy, factor.useful, factor.lawful)
    assert all(len(word) > 8 for word in words)
    assert set(re.findall(r"\w+", factor.sql)) & set(FACTS) == set(factor.reads)
