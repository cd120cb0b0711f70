"""Linking is judged against the truth of a synthetic region, beside what plain Splink makes of the same files."""

from __future__ import annotations

import pytest

from lynchpin_vrp import read_workspace, run
from lynchpin_world.truth import children_of, cluster_f1, pair_precision, true_people
from tests.twenty_thousand import linked
from tests.vrp.writing import AS_AT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def region(twenty_thousand):
    workspace = read_workspace(twenty_thousand)
    run(workspace.feeds, workspace.settings, as_at=AS_AT, out=workspace.out)
    return workspace


@pytest.fixture(scope="module")
def ours(region):
    return linked(region.out / "persons.parquet")


@pytest.fixture(scope="module")
def truth(region, ours):
    return {record: person for record, person in true_people(region.folder).items() if record in ours}


def test_nine_people_in_ten_are_whole_and_alone(ours, truth):
    assert cluster_f1(ours, truth) >= 0.93


def test_two_children_are_hardly_ever_taken_for_one(region, ours, truth):
    assert pair_precision(ours, truth, among=children_of(region.folder, AS_AT)) >= 0.99


def test_linking_is_never_worse_than_plain_splink(ours, truth, plain_splink):
    plain = {record: person for record, person in plain_splink.items() if record in truth}
    assert cluster_f1(ours, truth) >= cluster_f1(plain, truth)
