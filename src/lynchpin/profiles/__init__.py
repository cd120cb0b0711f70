"""Feeds, extracts, quarantine, profile runs and their explanations; the only door to lynchpin_vrp."""
