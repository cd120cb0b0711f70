"""Reads about concerns, and the one question that every room may ask."""

from lynchpin.safeguarding.queries.outreach import outreach_stopped

__all__ = ["outreach_stopped"]
