"""Facts into two numbers that are never netted, each opening into the rows that sum to it exactly. Hundredths of a point throughout."""

from lynchpin_vrp.score.bands import ROUTES, band_steps
from lynchpin_vrp.score.points import point_steps
from lynchpin_vrp.score.rules import ScoringRules

__all__ = ["ROUTES", "ScoringRules", "band_steps", "point_steps"]
