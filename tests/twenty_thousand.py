"""A synthetic region of 20,000 residents as fifteen partners' files, and what an analyst's plain Splink makes of them.

Both take long to make, so that whoever judges the files or the linking shares them.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lynchpin_world import cli

ROOT = Path(__file__).resolve().parents[1]
RAW_SPLINK = ROOT.parent / "shared" / "prototype" / "raw_splink" / "raw_splink.py"


def linked(file: Path) -> dict[tuple[str, str], str]:
    """(feed, record) -> the person it was linked to."""
    import duckdb

    with duckdb.connect() as con:
        rows = con.read_parquet(str(file)).project("person_id, feed, record_id").fetchall()
    return {(feed, record_id): person for person, feed, record_id in rows}


@pytest.fixture(scope="session")
def twenty_thousand(tmp_path_factory) -> Path:
    """The folder of the region's files."""
    folder = tmp_path_factory.mktemp("twenty_thousand")
    cli.main(["extracts", str(folder), "--residents", "20000", "--seed", "1"])
    return folder


@pytest.fixture(scope="session")
def plain_splink(twenty_thousand: Path, tmp_path_factory) -> dict[tuple[str, str], str]:
    """Every record of the region, linked by plain Splink."""
    if not RAW_SPLINK.exists():
        pytest.skip("The prototype folder is not beside the project, so there is no plain Splink to compare with.")
    found = tmp_path_factory.mktemp("plain") / "persons.parquet"
    subprocess.run([sys.executable, RAW_SPLINK, twenty_thousand, "--persons", found], check=True, capture_output=True)
    return linked(found)
