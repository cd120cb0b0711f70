"""Extracts of 20,000 residents to scored families, judged against the truth and beside plain Splink on the same files."""

from __future__ import annotations

import json
import shutil
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import duckdb

from lynchpin.site.benches import Measurement
from lynchpin.site.benches.processes import program, run
from lynchpin.site.environment import ROOT
from lynchpin_world.truth import RecordKey, children_of, cluster_f1, pair_precision, true_people

RESIDENTS, SEED = 20_000, 1
PAIRS = 5  # ours and plain Splink in turn; single times wander too far to be compared
RAW_SPLINK = ROOT.parent / "shared" / "prototype" / "raw_splink" / "raw_splink.py"
LINE = (
    "One command takes fifteen feeds of 20,000 residents to scored families, the same every time, on a region so hard that"
    " plain Splink scores a cluster F1 of at most .96 and a child pair precision of at most .98; ours is not below plain Splink's."
)


@dataclass(frozen=True, slots=True)
class Linking:
    """How close a linkage came to the truth, each from 0 to 1."""

    cluster_f1: float
    child_pair_precision: float

    def __str__(self) -> str:
        return f"cluster F1 {self.cluster_f1:.4f}, child pair precision {self.child_pair_precision:.4f}"


def measure() -> Measurement:
    """Write a region, profile it in two folders, and do the same with plain Splink where that is at hand."""
    with TemporaryDirectory() as folder:
        first, second = Path(folder) / "first", Path(folder) / "second"
        run([program("lynchpin-world"), "extracts", str(first), "--residents", str(RESIDENTS), "--seed", str(SEED)])
        shutil.copytree(first, second)
        seconds, told = profile(first)
        same = told["content_hash"] == profile(second)[1]["content_hash"]
        ours = judged(first, first / "out" / "persons.parquet", told["as_at"])
        beside = (
            compared(first, told["as_at"])
            if RAW_SPLINK.exists()
            else "plain Splink was absent, so nothing stands beside it"
        )
        records = len(true_people(first))
    figure = f"{seconds:.1f} s for {records:,} records; same content hash twice: {'yes' if same else 'NO'}; ours {ours}"
    return Measurement(LINE, "lynchpin bench profile", f"{figure}; {beside}", NOTE)


NOTE = (
    f"Seconds are of a whole first `lynchpin-vrp run` process, which trains its model. The ratio is of later ones, which find it,"
    f" to plain Splink's block, predict and cluster with its own kept model, in turn, median of {PAIRS} pairs."
)


def profile(workspace: Path) -> tuple[float, dict[str, str]]:
    """Run the profile of a workspace. Gives its seconds and what it said of itself."""
    began = time.perf_counter()
    told = run([program("lynchpin-vrp"), "run", str(workspace)])
    return time.perf_counter() - began, json.loads(told)


def judged(workspace: Path, persons: Path, as_at: str) -> Linking:
    """A table of persons against the workspace's truth."""
    told = true_people(workspace)
    found = {record: person for record, person in linked(persons).items() if record in told}
    truth = {record: told[record] for record in found}
    children = children_of(workspace, date.fromisoformat(as_at))
    return Linking(cluster_f1(found, truth), pair_precision(found, truth, among=children))


def linked(persons: Path) -> dict[RecordKey, str]:
    """Record to person, from a parquet file of persons."""
    with duckdb.connect() as engine:
        rows = engine.read_parquet(str(persons)).project("person_id, feed, record_id").fetchall()
    return {(feed, record): person for person, feed, record in rows}


def compared(workspace: Path, as_at: str) -> str:
    """Plain Splink's closeness to the truth, and our seconds as a multiple of its own."""
    model, persons = workspace / "plain.json", workspace / "plain.parquet"
    plain_splink(workspace, model, "--persons", str(persons))  # trains the model that the timed runs keep
    ratios = [profile(workspace)[0] / plain_splink(workspace, model) for _ in range(PAIRS)]
    return f"plain Splink {judged(workspace, persons, as_at)}; our time is {median(ratios):.2f} times its time"


def plain_splink(workspace: Path, model: Path, *others: str) -> float:
    """Seconds that plain Splink takes to block, predict and cluster."""
    told = run([sys.executable, str(RAW_SPLINK), str(workspace), "--model", str(model), *others])
    return float(json.loads(told)["S"])
