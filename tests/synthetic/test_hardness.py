"""The region is hard enough to be worth linking: an analyst's plain Splink makes real mistakes on it."""

from datetime import date

import pytest

from lynchpin_world.truth import children_of, cluster_f1, pair_precision, true_people


@pytest.mark.slow
def test_plain_splink_gets_at_least_one_cluster_in_twenty_five_wrong(twenty_thousand, plain_splink):
    assert cluster_f1(plain_splink, true_people(twenty_thousand)) <= 0.96


@pytest.mark.slow
def test_plain_splink_takes_different_children_for_one(twenty_thousand, plain_splink):
    children = children_of(twenty_thousand, date(2026, 11, 1))
    assert pair_precision(plain_splink, true_people(twenty_thousand), among=children) <= 0.98


@pytest.mark.slow
def test_the_region_is_not_so_hard_that_nobody_could_link_it(twenty_thousand, plain_splink):
    assert cluster_f1(plain_splink, true_people(twenty_thousand)) >= 0.80
