"""What pathways do as the clock, when an earlier room has finished (named in `site/wiring.py`)."""

from __future__ import annotations

from datetime import datetime

from lynchpin.organisations.actors import clock_actor
from lynchpin.pathways.use_cases import drop_check_ins as dropping


def drop_check_ins(*, reference: str, by: int, at: datetime) -> None:
    """After a case was opened again, in the same transaction."""
    dropping.drop_check_ins(clock_actor(), reference=reference, by=by, at=at)
