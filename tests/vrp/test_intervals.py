"""Intervals, against figures that others published or that a line of arithmetic gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lynchpin_vrp.assure.intervals import bootstrap, clustered, wilson


def test_wilsons_interval_is_as_published():
    assert wilson(81, 263) == pytest.approx(
        (0.2553, 0.3662), abs=1e-4
    )  # R. G. Newcombe, Statistics in Medicine 17 (1998), table I
    assert wilson(0, 20) == pytest.approx((0, 0.1611), abs=1e-4)  # the same
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(0, 500), st.integers(1, 500))
def test_an_interval_holds_its_share_and_stays_between_none_and_all(hits, more):
    low, high = wilson(hits, hits + more)
    assert 0 <= low <= hits / (hits + more) <= high <= 1


def test_pairs_of_one_each_are_worth_as_many_observations_as_there_are():
    found = clustered([(1, 1, 60), (0, 1, 40)])
    assert (found.clusters, found.share) == (100, 0.6)
    assert (found.low, found.high) == pytest.approx(wilson(0.6 * 99, 99))  # a cluster of variance is spent on the mean


def test_pairs_that_are_right_or_wrong_together_are_worth_fewer():
    """Ten people of ten pairs each, nine all right and one all wrong: no more than ten observations."""
    found = clustered([(10, 10, 9), (0, 10, 1)])
    assert found.share == 0.9
    assert (found.low, found.high) == pytest.approx(wilson(0.9 * 9, 9))


def test_where_all_is_right_there_is_no_more_certainty_than_people():
    found = clustered([(45, 45, 3)])
    assert (found.low, found.high) == wilson(3, 3)


def test_no_pairs_are_no_share():
    assert clustered([(0, 0, 12)]) is None


def test_a_bootstrap_is_the_same_each_time_and_holds_the_mean():
    values = np.arange(100.0)
    low, high = bootstrap(lambda drawn: values[drawn].mean(), 100)
    assert low < 49.5 < high and high - low < 15
    assert (low, high) == bootstrap(lambda drawn: values[drawn].mean(), 100)


def test_a_measure_that_hardly_any_draw_can_tell_has_no_interval():
    assert bootstrap(lambda drawn: float("nan"), 5) is None
