"""Reads about concerns, and the one question that every room may ask."""

from lynchpin.safeguarding.queries.concerns import (
    ClosedConcern,
    ConcernRecord,
    ConcernRow,
    closed_concerns,
    concern,
    concerns,
    my_concerns,
)
from lynchpin.safeguarding.queries.counts import open_concerns
from lynchpin.safeguarding.queries.numbers import NumberToRing, numbers_to_ring
from lynchpin.safeguarding.queries.outreach import approach_stopped, outreach_stopped

__all__ = [
    "ClosedConcern",
    "ConcernRecord",
    "ConcernRow",
    "NumberToRing",
    "approach_stopped",
    "closed_concerns",
    "concern",
    "concerns",
    "my_concerns",
    "numbers_to_ring",
    "open_concerns",
    "outreach_stopped",
]
