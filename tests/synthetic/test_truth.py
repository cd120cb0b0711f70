"""The measures that judge a linkage, on rows small enough to count by hand."""

from datetime import date

import pytest

from lynchpin_world import cli
from lynchpin_world.truth import (
    children_of,
    cluster_f1,
    cluster_precision_recall,
    pair_precision,
    pair_recall,
    true_people,
    wrong_pairs,
)

A, B, C, D, E = (("education", letter) for letter in "ABCDE")
TRUE = {A: "Mari", B: "Mari", C: "Owain", D: "Owain", E: "Siôn"}


def test_the_truth_itself_scores_one():
    assert cluster_f1(TRUE, TRUE) == pair_precision(TRUE, TRUE) == pair_recall(TRUE, TRUE) == 1.0


def test_a_cluster_counts_only_if_it_is_somebodys_full_set_of_records():
    predicted = {A: 1, B: 1, C: 2, D: 3, E: 3}
    assert cluster_precision_recall(predicted, TRUE) == (pytest.approx(1 / 3), pytest.approx(1 / 3))
    assert cluster_f1(predicted, TRUE) == pytest.approx(1 / 3)


def test_pair_measures_count_pairs_of_records():
    predicted = {A: 1, B: 1, C: 1, D: 2, E: 3}
    assert pair_precision(predicted, TRUE) == pytest.approx(1 / 3)
    assert pair_recall(predicted, TRUE) == pytest.approx(1 / 2)


def test_pair_precision_among_children_leaves_pairs_with_adults_out():
    predicted = {A: 1, B: 1, C: 1, D: 2, E: 3}
    assert pair_precision(predicted, TRUE, among={"Mari"}) == 1.0
    assert pair_recall(predicted, TRUE, among={"Owain"}) == 0.0


def test_nothing_put_together_is_not_wrong_but_finds_nobody_with_two_records():
    apart = {record: place for place, record in enumerate(TRUE)}
    assert pair_precision(apart, TRUE) == 1.0
    assert pair_recall(apart, TRUE) == 0.0
    assert cluster_f1(apart, TRUE) == pytest.approx(2 * (1 / 5) * (1 / 3) / (1 / 5 + 1 / 3))


def test_wrong_pairs_are_those_of_two_people():
    assert list(wrong_pairs({A: 1, B: 1, C: 1, D: 2, E: 3}, TRUE)) == [(A, C), (B, C)]


def test_the_written_truth_is_read_back(tmp_path, region):
    cli.main(["extracts", str(tmp_path), "--residents", "3000", "--seed", "7"])
    assert children_of(tmp_path, date(2026, 11, 1)) == region.children
    assert set(true_people(tmp_path).values()) <= set(region.people)
