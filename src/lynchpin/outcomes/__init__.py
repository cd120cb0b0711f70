"""Achievements with evidence, the scorecard, and the only way to close a case."""
