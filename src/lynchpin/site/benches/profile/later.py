"""A workspace some time later: its extracts changed, and only what changed is profiled."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from lynchpin.site.benches.processes import Ran, program, run, watched
from lynchpin.site.benches.profile.finding import NotMeasured
from lynchpin.site.benches.profile.races import ours, twin

MOVED = ("extracts", "truth", "changes")


@dataclass(frozen=True, slots=True)
class Differences:
    """How many linked persons, families and scores one run has and the other has not, up to their ids."""

    clusters: int
    families: int
    scores: int

    def __str__(self) -> str:
        return f"{self.clusters} clusters, {self.families} families, {self.scores} scores differ"

    @property
    def any(self) -> bool:
        return bool(self.clusters or self.families or self.scores)


def refuse_without_delta() -> None:
    """Raise `NotMeasured` where profiling cannot take changes yet."""
    asked = subprocess.run([program("lynchpin-vrp"), "delta", "--help"], check=False, capture_output=True)  # noqa: S603
    if asked.returncode:
        raise NotMeasured("`lynchpin-vrp delta` is not there")


def change(folder: Path, share: float, seed: int) -> str:
    """Give the workspace its second state: whole extracts in place of the old, and `changes/` with what differs. Tells the counts."""
    after = folder.parent / "after"
    command = [
        program("lynchpin-world"),
        "changes",
        str(folder),
        str(after),
        "--share",
        str(share),
        "--seed",
        str(seed),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    for part in MOVED:
        shutil.rmtree(folder / part, ignore_errors=True)
        (after / part).rename(folder / part)
    shutil.rmtree(after)
    return done.stderr.strip()


def delta(folder: Path) -> Ran:
    """Profile what changed."""
    return watched([program("lynchpin-vrp"), "delta", str(folder)])


def beside_full(folder: Path, name: str) -> Differences:
    """What the workspace holds after its changes, beside a full run of the same files with the same model."""
    whole = twin(folder, name)
    ours(whole)
    told = run([sys.executable, "-m", "lynchpin.site.benches.profile.same", str(folder / "out"), str(whole / "out")])
    shutil.rmtree(whole)
    return Differences(**json.loads(told))
