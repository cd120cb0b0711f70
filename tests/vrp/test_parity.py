"""Rates by group, on ninety families counted by hand, and the limits at which a gap is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lynchpin_vrp.assure.alerts import compared, unlike
from lynchpin_vrp.assure.hiding import shown
from lynchpin_vrp.assure.measure import Alert, Measure
from lynchpin_vrp.assure.parity import parity
from tests.vrp.assuring import by_group, group_families
from tests.vrp.writing import table

# Of each group: flagged and confirmed, flagged and not, missed, rightly left alone.
WOMEN, MEN = (12, 4, 4, 20), (6, 14, 6, 24)


@pytest.fixture
def measured(engine):
    rows, groups = [], {}
    for grp, (right, wrong, missed, alone) in {"women": WOMEN, "men": MEN}.items():
        kinds = [(True, True)] * right + [(True, False)] * wrong + [(False, True)] * missed + [(False, False)] * alone
        for place, (flagged, confirmed) in enumerate(kinds):
            rows.append((f"{grp}{place}", flagged, confirmed))
            groups[f"{grp}{place}"] = grp
    table(engine, "banded", "family_id varchar, flagged boolean, confirmed boolean", rows)
    group_families(engine, {"adults_sex": groups})
    return parity(engine)


def test_rates_are_those_of_the_four_counts(measured):
    assert by_group(measured, "selection_rate") == {"women": 0.4, "men": 0.4, "": 0.4}
    kinds = {(row.code, row.group_kind, row.group): row for row in measured}
    assert kinds["false_positive_rate", "adults_sex", "women"].value == pytest.approx(4 / 24, abs=1e-4)
    assert kinds["false_positive_rate", "adults_sex", "men"].value == pytest.approx(14 / 38, abs=1e-4)
    assert kinds["false_negative_rate", "adults_sex", "women"].value == 0.25
    assert kinds["false_negative_rate", "adults_sex", "men"].value == 0.5
    assert kinds["precision", "adults_sex", "women"].value == 0.75
    assert kinds["precision", "", ""].value == 0.5
    assert kinds["precision", "", ""].count == 36


def test_groups_of_thirty_are_set_against_each_other_and_smaller_ones_are_not(measured):
    apart = {(row.code, row.value, row.count, row.alert) for row in measured if row.code.endswith(("_gap", "_ratio"))}
    assert apart == {("selection_rate_gap", 0.0, 40, None), ("selection_rate_ratio", 1.0, 40, None)}


def test_families_that_nobody_asked_are_selected_or_not_and_nothing_else(engine):
    table(
        engine,
        "banded",
        "family_id varchar, flagged boolean, confirmed boolean",
        [("a", True, None), ("b", False, None)],
    )
    group_families(engine, {"adults_sex": {"a": "women", "b": "unknown"}})
    assert {row.code for row in parity(engine)} == {"selection_rate"}


def test_nobody_is_compared_with_those_of_whom_nothing_is_known(engine):
    rows = [(f"{grp}{n}", grp == "women", None) for grp in ("women", "unknown") for n in range(40)]
    table(engine, "banded", "family_id varchar, flagged boolean, confirmed boolean", rows)
    group_families(engine, {"adults_sex": {row[0]: row[0].rstrip("0123456789") for row in rows}})
    measured = compared(parity(engine))
    assert not [row for row in measured if row.code.endswith(("_gap", "_ratio"))]
    assert {row.group for row in measured if row.alert} == {"women"}


@pytest.mark.parametrize(
    ("value", "whole", "told"),
    [
        (0.55, 0.50, False),  # five points are not more than five
        (0.5501, 0.50, True),
        (0.04, 0.05, False),  # four fifths
        (0.0399, 0.05, True),
        (0.0625, 0.05, False),  # five fourths
        (0.0626, 0.05, True),
        (0.04, 0.0, False),
    ],
)
def test_a_group_is_unlike_the_others_beyond_five_points_or_outside_four_fifths_and_five_fourths(value, whole, told):
    assert unlike(value, whole) is told


def test_an_alert_needs_thirty(measured):
    alerted = {(row.code, row.group) for row in shown(compared(measured)) if row.alert is Alert.UNLIKE_OTHERS}
    assert alerted == set()  # no rate of either group is over thirty that are flagged, confirmed and not
    large = Measure("precision", "", "adults_sex", "women", 30, 0.9), Measure("precision", "", "", "", 90, 0.5)
    assert [row.alert for row in compared(large)] == [Alert.UNLIKE_OTHERS, None]


def test_a_group_whose_interval_holds_the_whole_is_only_perhaps_unlike_and_so_is_the_gap_between_such_groups():
    group = Measure("precision", "", "adults_sex", "women", 30, 0.6, 0.4, 0.8)
    whole = Measure("precision", "", "", "", 90, 0.5, 0.4, 0.6)
    gap = Measure("precision_gap", "", "adults_sex", "", 30, 0.1, alert=Alert.UNLIKE_OTHERS)
    assert [row.alert for row in compared([group, whole, gap])] == [Alert.PERHAPS_UNLIKE, None, Alert.PERHAPS_UNLIKE]
    sure = replace(group, low=0.51)
    assert [row.alert for row in compared([sure, whole, gap])] == [Alert.UNLIKE_OTHERS, None, Alert.UNLIKE_OTHERS]
