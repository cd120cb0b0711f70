"""Counts of a trial as they may be shown: small ones hidden, and none to be worked out from the others."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from lynchpin.kernel.disclosure import MARK
from lynchpin.profiles.previews import counts_of, covered

BANDS = ("green", "amber", "red")
PART = "vulnerability_band"


def rows(pairs, *, part=PART, by="whole", group=""):
    return [(part, by, group, before, after, families) for (before, after), families in pairs.items()]


def part_of(pairs):
    return counts_of(rows(pairs)).parts[0]


def test_large_counts_are_shown_as_they_are():
    part = part_of({("green", "green"): 50, ("green", "amber"): 7, ("amber", "amber"): 20})
    assert part.totals == (("green", "57", "50"), ("amber", "20", "27"))
    assert (part.moves, part.moved) == ((("green", "amber", "7"),), "7")


def test_a_small_move_is_hidden_and_so_is_what_would_tell_it():
    part = part_of({("green", "green"): 50, ("green", "amber"): 2, ("amber", "amber"): 20})
    assert part.moves == (("green", "amber", MARK),) and part.moved == MARK
    shown = {band: (before, after) for band, before, after in part.totals}
    assert MARK in shown["green"] and MARK in shown["amber"], "what was less what is would be two"


def test_bands_stand_in_their_order():
    part = part_of({(band, band): 9 for band in ("red", "insufficient", "amber", "green")})
    assert [band for band, _, _ in part.totals] == ["green", "amber", "red", "insufficient"]


def test_a_group_says_who_moves_up_down_and_elsewhere():
    told = [
        *rows({("green", "amber"): 6, ("red", "green"): 5, ("green", "green"): 20}, by="area", group="porth"),
        *rows({("low", "high"): 8, ("low", "low"): 23}, part="resilience_band", by="area", group="porth"),
        *rows(
            {("no_action", "worker_caseload"): 7, ("no_action", "no_action"): 24},
            part="route",
            by="area",
            group="porth",
        ),
    ]
    (group,) = (each for each in counts_of(told).groups if each.by == "area")
    assert group.rows == (("porth", ("31", "6", "5", "8", "7")),)


def test_one_small_group_takes_another_with_it():
    told = [
        (part, "size", size, *pair, families)
        for size, families in (("1", 2), ("2", 9), ("5+", 30))
        for part, pair in ((PART, ("green", "amber")), ("route", ("no_action", "no_action")))
    ]
    (group,) = (each for each in counts_of(told).groups if each.by == "size")
    assert [counts[1] for _, counts in group.rows] == [MARK, MARK, "30"]


@given(st.dictionaries(st.sampled_from(list(product(BANDS, BANDS))), st.integers(1, 40), min_size=1))
def test_no_single_cell_of_a_part_can_be_worked_out(pairs):
    part = part_of(pairs)
    text = {("before", band): before for band, before, _ in part.totals}
    text |= {("after", band): after for band, _, after in part.totals}
    text |= {("move", was, will): count for was, will, count in part.moves}
    text["moved"] = part.moved
    bands = [band for band, _, _ in part.totals]
    sums = [{("before", b), ("after", b), *(m for m in text if m[0] == "move" and b in m[1:])} for b in bands]
    sums += [{("before", b) for b in bands}, {("after", b) for b in bands}, {m for m in text if m[0] in ("move", "m")}]
    for each in sums:
        shown = [text[cell] for cell in each if text[cell] not in (MARK, "0")]
        assert len([cell for cell in each if text[cell] == MARK]) != 1 or not shown
    assert not [count for count in text.values() if count != MARK and 1 <= int(count) <= 4]


def test_nothing_is_hidden_where_nothing_is_small():
    assert covered({"a": 0, "b": 9, "c": 12}, [{"a", "b", "c"}]) == set()
