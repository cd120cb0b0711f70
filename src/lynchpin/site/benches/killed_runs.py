"""Ends `lynchpin-vrp run` at each of its phases, and sees what is published and what is lost."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import duckdb

from lynchpin.site.benches.processes import program, run

PHASES = ("sources", "clean", "link", "families", "features", "score", "write")
LATER = "2026-11-02"  # another day than the workspace's own, so that a run of it would publish something else


@dataclass(frozen=True, slots=True)
class Ended:
    """A run that was ended in a phase: whether it was, and whether the tables of the run before were whole afterwards."""

    phase: str
    was_ended: bool
    former_whole: bool


def killed_at_every_phase(workspace: Path) -> tuple[list[Ended], bool, list[str]]:
    """Each phase's end; whether a later run gives what one in a fresh folder gives; and what was left lying about."""
    fresh = workspace.with_name("fresh")
    shutil.copytree(workspace, fresh)
    run([program("lynchpin-vrp"), "run", str(workspace)])
    before = published(workspace)
    ended = []
    for phase in PHASES:
        shutil.rmtree(workspace / "state", ignore_errors=True)  # so that training and keeping the model are ended too
        was_ended = _ended_in(workspace, phase)
        ended.append(Ended(phase, was_ended, published(workspace) == before))
    later = _content(workspace)
    left = sorted(path.name for path in workspace.iterdir() if path.name.startswith("."))
    return ended, later == _content(fresh), left


def published(workspace: Path) -> tuple[str, tuple[tuple[str, int], ...]]:
    """What a reader finds: the manifest, and the rows of each table, every one of which is read."""
    out = workspace / "out"
    tables = sorted(out.glob("*.parquet"))
    with duckdb.connect() as engine:
        rows = tuple((path.name, len(engine.read_parquet(str(path)).fetchall())) for path in tables)
    return (out / "manifest.json").read_text(encoding="utf-8"), rows


def _ended_in(workspace: Path, phase: str) -> bool:
    """Start a run of another day and kill it at the first word of a phase; of the last phase, at its last word."""
    command = [program("lynchpin-vrp"), "run", str(workspace), "--as-at", LATER]
    last = "write scores" if phase == PHASES[-1] else ""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as child:  # noqa: S603
        for line in child.stderr or ():
            if line.startswith(f"{phase}: {last}"):
                child.kill()
                break
    return child.returncode < 0


def _content(workspace: Path) -> str:
    told = run([program("lynchpin-vrp"), "run", str(workspace), "--as-at", LATER])
    return str(json.loads(told)["content_hash"])
