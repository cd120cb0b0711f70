"""Trying an edition out: both scorings over the same kept evidence, by profiling's own steps, and the moves between them counted."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lynchpin.kernel.errors import Reason, Refused
from lynchpin.profiles.editions import Scoring
from lynchpin_vrp import Refused as Unworkable
from lynchpin_vrp import compare, rescore

Rows = list[tuple[Any, ...]]


def moves(kept: Path, now: Scoring, then: Scoring) -> Rows:
    """(part, by, group, before, after, families) for every group of families, those who do not move too. Raises `Refused`."""
    try:
        with TemporaryDirectory() as folder:
            before, after = Path(folder) / "before", Path(folder) / "after"
            rescore(kept, now.settings(), to=before)
            rescore(kept, then.settings(), to=after)
            return [astuple(row) for row in compare(before, after, of=kept)]
    except Unworkable as fault:
        raise Refused(Reason("scoring_could_not_be_tried")) from fault


def fingerprints(now: Scoring, then: Scoring) -> tuple[str, str]:
    """Hashes of every setting that two scorings run profiling with: what a trial is a trial of."""
    return now.settings().fingerprint(), then.settings().fingerprint()
