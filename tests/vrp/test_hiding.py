"""A small group is told of nowhere: not by its own row, and not by what the others leave of the whole."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from lynchpin_vrp.assure.hiding import shown
from lynchpin_vrp.assure.measure import LEAST_SHOWN, Alert, Measure


def row(group, count, *, kind="sex", part="", code="selection_rate", least=None):
    return Measure(code, part, kind, group, count, 0.25, 0.1, 0.4, Alert.UNLIKE_OTHERS, least=least)


def told(measures):
    return {(measure.part, measure.group): measure.count for measure in shown(measures)}


def test_a_group_of_nine_keeps_its_place_and_nothing_else():
    nine, *_ = shown([row("F", 9), row("M", 10), row("unknown", 50)])
    assert (nine.group, nine.suppressed) == ("F", True)
    assert (nine.count, nine.value, nine.low, nine.high, nine.alert, nine.least) == (None,) * 6


def test_a_small_group_takes_the_next_smallest_with_it_so_that_nothing_is_left_to_subtract():
    assert told([row("F", 4), row("M", 60), row("unknown", 30)]) == {
        ("", "F"): None,
        ("", "M"): 60,
        ("", "unknown"): None,
    }


def test_two_small_groups_that_come_to_ten_hide_each_other():
    assert told([row("F", 6), row("M", 60), row("unknown", 4)]) == {
        ("", "F"): None,
        ("", "M"): 60,
        ("", "unknown"): None,
    }


def test_those_of_whom_nothing_is_known_are_hidden_without_taking_a_group_with_them():
    assert told([row("F", 40), row("M", 60), row("unknown", 4)]) == {
        ("", "F"): 40,
        ("", "M"): 60,
        ("", "unknown"): None,
    }


def test_a_band_that_is_hidden_for_a_group_hides_another_band_of_it():
    bands = {"green": 200, "amber": 40, "red": 5}
    rows = [
        row(group, count * times, part=band, code="confirmed_in_band")
        for times, group in ((1, "0-3"), (3, "4-10"), (4, "11-15"))
        for band, count in bands.items()
    ]
    hidden = {key for key, count in told(rows).items() if count is None}
    assert hidden == {(band, group) for band in ("amber", "red") for group in ("0-3", "4-10")}


def test_a_rate_whose_other_side_is_small_is_hidden_too():
    assert [one.suppressed for one in shown([row("F", 200, least=3), row("M", 300), row("unknown", 20)])] == [
        True,
        False,
        True,
    ]


def test_twenty_nine_raise_no_alert_and_thirty_do():
    assert [one.alert for one in shown([row("F", 29), row("M", 30)])] == [None, Alert.UNLIKE_OTHERS]


counts = st.lists(st.integers(0, 60), min_size=1, max_size=6)


@given(st.dictionaries(st.sampled_from(["green", "amber", "red"]), counts, min_size=1))
def test_what_is_hidden_of_a_group_or_a_part_never_comes_to_less_than_ten(by_part):
    rows = [
        row(str(place), count, part=part, code="confirmed_in_band")
        for part, numbers in by_part.items()
        for place, count in enumerate(numbers)
    ]
    lines = defaultdict(list)
    for before, after in zip(rows, shown(rows), strict=True):
        assert after.suppressed or after.count >= LEAST_SHOWN
        assert not after.suppressed or after.count is after.value is after.low is after.high is None
        lines["part", after.part].append((before.count, after.suppressed))
        lines["group", after.group].append((before.count, after.suppressed))
    for line in lines.values():
        hidden = [count for count, suppressed in line if suppressed]
        assert not hidden or len(hidden) == len(line) or sum(hidden) >= LEAST_SHOWN
