"""Reads about concerns, and the one question that every room may ask."""

from lynchpin.safeguarding.queries.concerns import ConcernRecord, ConcernRow, concern, concerns, my_concerns
from lynchpin.safeguarding.queries.numbers import NumberToRing, numbers_to_ring
from lynchpin.safeguarding.queries.outreach import outreach_stopped

__all__ = [
    "ConcernRecord",
    "ConcernRow",
    "NumberToRing",
    "concern",
    "concerns",
    "my_concerns",
    "numbers_to_ring",
    "outreach_stopped",
]
