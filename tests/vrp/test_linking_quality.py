"""Linking is judged against the truth of a synthetic region, beside what plain Splink makes of the same files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from lynchpin_vrp import read_workspace, run
from lynchpin_world import cli as world_cli
from lynchpin_world.truth import children_of, cluster_f1, pair_precision, true_people
from tests.vrp.writing import AS_AT

ROOT = Path(__file__).resolve().parents[2]
RAW_SPLINK = ROOT.parent / "shared" / "prototype" / "raw_splink" / "raw_splink.py"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    folder = tmp_path_factory.mktemp("twenty-thousand")
    world_cli.main(["extracts", str(folder), "--residents", "20000", "--seed", "1"])
    workspace = read_workspace(folder)
    run(workspace.feeds, workspace.settings, as_at=AS_AT, out=workspace.out)
    return workspace


def linked(file):
    rows = duckdb.execute(f"select person_id, feed, record_id from read_parquet('{file}')").fetchall()
    return {(feed, record_id): person for person, feed, record_id in rows}


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


def test_linking_is_never_worse_than_plain_splink(region, ours, truth):
    if not RAW_SPLINK.exists():
        pytest.skip("The prototype folder is not beside the project, so there is no plain Splink to compare with.")
    found = region.folder / "plain.parquet"
    subprocess.run([sys.executable, RAW_SPLINK, region.folder, "--persons", found], check=True, capture_output=True)
    plain = {record: person for record, person in linked(found).items() if record in truth}
    assert cluster_f1(ours, truth) >= cluster_f1(plain, truth)
