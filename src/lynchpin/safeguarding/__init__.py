"""Concerns, their timers and the outreach stop: a restricted store that every later room asks."""
