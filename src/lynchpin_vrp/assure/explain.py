"""One family's score, opened: every row that it is the sum of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from lynchpin_vrp.contract import Refused
from lynchpin_vrp.engine import Engine
from lynchpin_vrp.outputs import read_manifest


@dataclass(frozen=True, slots=True)
class Contribution:
    """One row of a score, as in `contributions`: points are exact, and all rows of an axis sum to its score."""

    kind: str
    axis: str
    factor: str | None
    domain: str
    full_points: Decimal | None
    decay: Decimal | None
    points: Decimal
    points_if_removed: Decimal | None
    evidence_date: date | None
    feed: str | None


def explain(out: Path, family: str) -> tuple[Contribution, ...]:
    """The contributions of one family, facts first and strongest first; raises `Refused` for a family that the run does not know."""
    read_manifest(out)
    if not (out / "scores.parquet").exists():
        raise Refused("run_without_scores")
    engine = Engine()
    try:
        if not engine.fetch("select 1 from read_parquet(?) where family_id = ?", [str(out / "scores.parquet"), family]):
            raise Refused("family_unknown")
        return tuple(Contribution(*row) for row in engine.fetch(_ROWS, [str(out / "contributions.parquet"), family]))
    finally:
        engine.close()


_ROWS = """select kind, axis, factor, domain, full_points, decay, points, points_if_removed, evidence_date, feed
    from read_parquet(?) where family_id = ?
    order by axis desc, array_position(['fact', 'overlap', 'cap'], kind), points desc, factor, feed, evidence_date"""
