"""How far a run may lie from the one before it."""

from __future__ import annotations

import math

import pytest

from lynchpin.profiles.drift import FeedShape, Finding, Shape, findings, parts_of, stability_index
from lynchpin.profiles.drift_bounds import bounds, limits

BANDS = {"vulnerability": {"green": 150, "amber": 40, "red": 10}}
SCORES = {"vulnerability": {"0": 100, "5": 60, "15": 40}}
BEFORE = Shape(200, BANDS, SCORES, {"education": FeedShape(1000, 0), "housing": FeedShape(500, 0)})


def shape(**given) -> Shape:
    facts = {"families": 200, "bands": BANDS, "scores": SCORES, "feeds": BEFORE.feeds} | given
    return Shape(**facts)


def found(now: Shape, before: Shape | None = BEFORE) -> list[tuple[str, str, int]]:
    return [(each.bound, each.of, each.measured) for each in findings(now, before, limits())]


def test_a_run_like_the_one_before_is_within_every_bound():
    assert found(shape()) == []


def test_a_band_whose_share_moved_too_far_is_found():
    moved = {"vulnerability": {"green": 128, "amber": 61, "red": 11}}
    assert (
        found(shape(bands=moved))
        == [("band_share", "vulnerability:amber", 10), ("band_share", "vulnerability:green", -11)][1:]
    )


def test_scores_that_fall_otherwise_are_found_by_their_stability_index():
    otherwise = {"vulnerability": {"0": 40, "5": 60, "15": 100}}
    ((bound, of, index),) = found(shape(scores=otherwise))
    by_hand = 2 * (0.5 - 0.2) * math.log(0.5 / 0.2)
    assert (bound, of, index) == ("score_shift", "vulnerability", round(100 * by_hand))


def test_small_runs_are_not_compared_in_shares():
    few = {"vulnerability": {"green": 1, "amber": 5, "red": 20}}
    assert found(shape(families=26, bands=few)) == []


def test_a_feed_that_is_gone_has_grown_or_is_late_is_found():
    feeds = {"education": FeedShape(2000, 32)}
    assert found(shape(feeds=feeds)) == [
        ("feed_gone", "housing", 1),
        ("feed_rows", "education", 100),
        ("feed_late", "education", 32),
    ]


def test_without_a_run_before_only_files_can_be_late():
    feeds = {"education": FeedShape(2, 40)}
    assert found(shape(families=1, feeds=feeds), None) == [("feed_late", "education", 40)]


def test_a_finding_is_kept_and_read_back_the_same():
    finding = Finding("feed_late", "education", 40, 31)
    assert Finding(**finding.kept()) == finding


def test_alike_distributions_have_no_index_and_an_empty_part_has_a_finite_one():
    assert stability_index({"0": 7, "5": 3}, {"0": 70, "5": 30}) == pytest.approx(0)
    assert math.isfinite(stability_index({"0": 10}, {"5": 10}))


def test_scores_are_counted_in_parts_of_five_points():
    assert parts_of([0, 499, 500, 1725, 9900]) == {"0": 2, "5": 1, "15": 1, "40": 1}


def test_every_bound_has_a_name_a_limit_and_an_owner():
    assert {each.key for each in bounds()} == set(limits())
    assert all(each.name and each.owner == "profile-owner" for each in bounds())
