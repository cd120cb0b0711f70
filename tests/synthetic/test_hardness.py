"""The region is hard enough to be worth linking: an analyst's plain Splink makes real mistakes on it."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from lynchpin_world import cli
from lynchpin_world.truth import children_of, cluster_f1, pair_precision, true_people

ROOT = Path(__file__).resolve().parents[2]
RAW_SPLINK = ROOT.parent / "shared" / "prototype" / "raw_splink" / "raw_splink.py"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hard")
    cli.main(["extracts", str(folder), "--residents", "20000", "--seed", "1"])
    return folder


@pytest.fixture(scope="module")
def linked_by_raw_splink(workspace):
    """Record keys to the person that plain Splink makes of them."""
    duckdb = pytest.importorskip("duckdb")
    if not RAW_SPLINK.exists():
        pytest.skip("The prototype folder is not beside the project, so there is no plain Splink to compare with.")
    found = workspace / "persons.parquet"
    subprocess.run([sys.executable, RAW_SPLINK, workspace, "--persons", found], check=True, capture_output=True)
    with duckdb.connect() as con:
        rows = con.read_parquet(str(found)).project("person_id, feed, record_id").fetchall()
    return {(feed, record_id): person for person, feed, record_id in rows}


@pytest.mark.slow
def test_plain_splink_gets_at_least_one_cluster_in_twenty_five_wrong(workspace, linked_by_raw_splink):
    assert cluster_f1(linked_by_raw_splink, true_people(workspace)) <= 0.96


@pytest.mark.slow
def test_plain_splink_takes_different_children_for_one(workspace, linked_by_raw_splink):
    children = children_of(workspace, date(2026, 11, 1))
    assert pair_precision(linked_by_raw_splink, true_people(workspace), among=children) <= 0.98


@pytest.mark.slow
def test_the_region_is_not_so_hard_that_nobody_could_link_it(workspace, linked_by_raw_splink):
    assert cluster_f1(linked_by_raw_splink, true_people(workspace)) >= 0.80
