"""How well scores order families, on a handful counted by hand and against the library's own measures."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, roc_auc_score

from lynchpin_vrp.assure import challengers
from lynchpin_vrp.assure.back_test import Asked, auc, average_precision, back_test, precision_at
from lynchpin_vrp.assure.measure import Alert

FOUND = np.array([True, False, True, False, False])
POINTS = np.array([9.0, 9.0, 4.0, 1.0, 0.0])


def test_of_six_pairs_of_families_four_and_a_half_are_in_order():
    """The first in need is above two and level with one; the second is below one and above two."""
    assert auc(FOUND, POINTS) == pytest.approx(4.5 / 6)


def test_precision_is_averaged_where_each_family_in_need_is_reached():
    """Two families are reached together, one in need: a half; the third reaches the second in need: two thirds."""
    assert average_precision(FOUND, POINTS) == pytest.approx((1 / 2 + 2 / 3) / 2)


def test_families_at_the_edge_fill_the_places_that_are_left_by_their_mean():
    assert precision_at(FOUND, POINTS, share=0.2) == 0.5
    assert precision_at(FOUND, POINTS, share=0.6) == pytest.approx(2 / 3)


def test_where_nobody_is_in_need_no_order_is_right():
    assert np.isnan(auc(np.zeros(3, bool), np.arange(3.0)))
    assert np.isnan(average_precision(np.zeros(3, bool), np.arange(3.0)))


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5)), min_size=2, max_size=40))
def test_the_measures_are_those_of_the_library(families):
    found, scores = np.array([one for one, _ in families]), np.array([float(other) for _, other in families])
    assume(0 < found.sum() < len(found))
    assert auc(found, scores) == pytest.approx(roc_auc_score(found, scores))
    assert average_precision(found, scores) == pytest.approx(average_precision_score(found, scores))


@pytest.fixture(scope="module")
def asked():
    """Two hundred families whose need hangs on one of two facts, while the points count the other one more."""
    rng = np.random.default_rng(1)
    facts = rng.integers(0, 2, (200, 2)).astype(float)
    found = rng.random(200) < 0.15 + 0.6 * facts[:, 0]
    points = facts[:, 0] + 6 * facts[:, 1]
    return Asked(found, points, facts, ("A", "B"), flagged=100)


@pytest.mark.parametrize("name", challengers.PACKAGES)
def test_a_challenger_that_learns_what_points_get_wrong_is_told_to_be_ahead(asked, name):
    scores = challengers.scores_of(name, asked)
    measured = {(row.code, row.part): row for row in back_test(asked, {name: scores})}
    lead = measured["back_test_auc_lead", name]
    assert lead.value > 0.05 and lead.low > 0 and lead.alert is Alert.CHALLENGER_AHEAD
    assert measured["back_test_auc", name].value > measured["back_test_auc", "points"].value


def test_a_challenger_is_the_same_each_time(asked):
    assert (challengers.scores_of("ebm", asked) == challengers.scores_of("ebm", asked)).all()


def test_fewer_than_thirty_of_a_kind_are_not_tested(asked):
    few = Asked(np.arange(200) < 29, asked.points, asked.facts, asked.factors, asked.flagged)
    assert back_test(few, {}) == []
