"""Workspaces of the synthetic region, and the two programs that are run on them in turn: ours and plain Splink."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lynchpin.site.benches.processes import Ran, program, run, watched
from lynchpin.site.benches.profile.finding import NotMeasured
from lynchpin.site.environment import ROOT

RAW_SPLINK = ROOT.parent / "shared" / "prototype" / "raw_splink" / "raw_splink.py"


@dataclass(frozen=True, slots=True)
class Judged:
    """How close a linkage came to the truth, each from 0 to 1."""

    pair_f1: float
    cluster_f1: float
    child_pair_precision: float
    adult_pair_precision: float
    household_f1: float | None
    told_household_f1: float | None
    records: int

    def __str__(self) -> str:
        return (
            f"pair F1 {self.pair_f1:.4f}, cluster F1 {self.cluster_f1:.4f}, pair precision of children"
            f" {self.child_pair_precision:.4f}, of adults {self.adult_pair_precision:.4f}"
        )


@contextmanager
def workspace(residents: int, seed: int, *others: str) -> Iterator[Path]:
    """A region's workspace in a temporary folder."""
    with TemporaryDirectory(prefix="bench-profile-") as folder:
        made = Path(folder) / "region"
        grow(made, residents, seed, *others)
        yield made


def grow(folder: Path, residents: int, seed: int, *others: str) -> Ran:
    """Write a region's extracts and truth, as an operator would."""
    command = [program("lynchpin-world"), "extracts", str(folder), "--residents", str(residents), "--seed", str(seed)]
    return watched([*command, *others])


def ours(folder: Path) -> Ran:
    """Profile a workspace, from its files to explained scores; the first time its model is trained, later it is kept."""
    return watched([program("lynchpin-vrp"), "run", str(folder)])


def said(ran: Ran) -> dict[str, Any]:
    """What a run of ours said of itself."""
    told: dict[str, Any] = json.loads(ran.told)
    return told


def plain(folder: Path, model: Path, *others: str) -> tuple[float, Ran]:
    """S, the seconds in which plain Splink blocks, predicts and clusters; the first time its model is trained as well.

    Raises `NotMeasured` where the script is not at hand."""
    if not RAW_SPLINK.exists():
        raise NotMeasured("plain Splink is not at hand: the prototype folder is not beside the project")
    ran = watched([sys.executable, str(RAW_SPLINK), str(folder), "--model", str(model), *others])
    return float(json.loads(ran.told)["S"]), ran


def judged(folder: Path, persons: Path | None = None) -> Judged:
    """Our run of a workspace, or another's table of persons, by the truth. In a process of its own, as it takes much memory."""
    others = ["--persons", str(persons)] if persons else []
    told = json.loads(run([program("lynchpin-world"), "judge", str(folder), *others]))
    return Judged(**{name: told[name] for name in Judged.__slots__})


def phases(folder: Path) -> str:
    """Where the seconds of the last run of ours went."""
    told = json.loads((folder / "out" / "timings.json").read_text("utf-8"))
    return ", ".join(f"{phase} {seconds:.1f}" for phase, seconds in sorted(told.items(), key=lambda each: -each[1]))


def twin(folder: Path, name: str) -> Path:
    """A copy of a workspace beside it, with its model if it has one, and without what was made of it."""
    copied = folder.parent / name
    shutil.copytree(folder, copied, ignore=shutil.ignore_patterns("out", "delta"))
    return copied
