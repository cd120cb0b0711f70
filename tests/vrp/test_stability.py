"""What changed between two runs, on indexes worked out by hand and on six families."""

from __future__ import annotations

import math
from datetime import date

import pytest

from lynchpin_vrp.assure.measure import Alert
from lynchpin_vrp.assure.stability import alert_of, psi, stability
from tests.vrp.assuring import by_group, group_families
from tests.vrp.writing import table


def test_the_index_is_the_sum_of_differences_times_logarithms():
    """50.5 and 50.5 of 101 against 80.5 and 20.5: half a family is added to each bin."""
    a, b, c, d = 50.5 / 101, 50.5 / 101, 80.5 / 101, 20.5 / 101
    assert psi([50, 50], [80, 20]) == pytest.approx((a - c) * math.log(a / c) + (b - d) * math.log(b / d))
    assert psi([7, 3], [7, 3]) == 0


@pytest.mark.parametrize(
    ("now", "before", "alert"),
    [
        ((500, 500), (500, 500), None),
        ((500, 500), (650, 350), None),  # .093: under a tenth
        ((500, 500), (700, 300), Alert.SHIFTING),
        ((500, 500), (800, 200), Alert.SHIFTED),
        ((5, 5), (8, 2), None),  # the same shares of ten families may be chance: .28 is under 3.84 times .2
        ((0, 0), (8, 2), None),
    ],
)
def test_a_shift_is_told_when_it_is_large_and_more_than_chance(now, before, alert):
    assert alert_of(psi(now, before), now, before) is alert


BANDS = {
    "earlier_": {
        "A": ("green", "low"),
        "B": ("amber", "low"),
        "C": ("red", "high"),
        "D": (None, None),
        "E": ("green", "low"),
    },
    "": {
        "A": ("amber", "low"),
        "B": ("green", "high"),
        "C": ("red", "medium"),
        "D": ("red", "high"),
        "E": (None, None),
    },
}


@pytest.fixture
def measured(engine):
    """Five families, each of one record; in the earlier run they bore other ids, which only records tell."""
    for prefix, bands in BANDS.items():
        name = "w" if prefix else ""
        persons = [(f"{name}p{key}", "school", key) for key in bands]
        table(engine, "made_persons", "person_id varchar, feed varchar, record_id varchar", persons)
        table(
            engine,
            "made_families",
            "family_id varchar, person_id varchar",
            [(f"{name}{key}", f"{name}p{key}") for key in bands],
        )
        scores = [
            (f"{name}{key}", *both, None, 20 if both[0] else None, 3 if both[0] else None)
            for key, both in bands.items()
        ]
        table(
            engine,
            "made_scores",
            """family_id varchar, vulnerability_band varchar, resilience_band varchar, excluded varchar,
            vulnerability decimal(8, 2), resilience decimal(8, 2)""",
            scores,
        )
        table(engine, "made_facts", "family_id varchar, factor varchar", [(f"{name}A", "ED1")])
        newest, rows = (date(2026, 9, 1), 100) if prefix else (date(2026, 9, 21), 130)
        columns = "feed varchar, rows_accepted bigint, latest_on date"
        table(engine, "made_arrivals", columns, [("school", rows, newest)])
        for made in ("persons", "families", "scores", "facts", "arrivals"):
            engine.fetch(f"create table kept_{prefix}{made} as select * from made_{made}")
            engine.fetch(f"create or replace view {prefix}{made} as select * from kept_{prefix}{made}")
    group_families(engine, {"youngest": dict.fromkeys(BANDS[""], "0-3")})
    return stability(engine, date(2026, 11, 1), date(2026, 10, 1))


def test_families_are_found_again_by_their_records_and_moves_are_counted(measured):
    moved = {
        part: by_group(measured, "moved_vulnerability", part)[""] for part in ("up", "down", "same", "gained", "lost")
    }
    assert moved == dict.fromkeys(moved, 0.2)
    up, down = (by_group(measured, "moved_resilience", part)[""] for part in ("up", "down"))
    assert (up, down) == (0.2, 0.2)


def test_a_feed_is_told_by_how_much_later_and_larger_it_is(measured):
    assert (
        by_group(measured, "feed_lateness_change", "school")[""] == 11
    )  # 41 days before this run, 30 before the earlier
    volume = next(row for row in measured if row.code == "feed_volume")
    assert (volume.value, volume.alert) == (1.3, Alert.VOLUME)


def test_nothing_shifts_where_nothing_changed(measured):
    shifts = {(row.code, row.part): row.value for row in measured if row.unit == "index"}
    assert set(shifts.values()) == {0.0}
    assert {("score_shift", "vulnerability"), ("factor_shift", "ED1"), ("feed_coverage_shift", "school")} <= set(shifts)
