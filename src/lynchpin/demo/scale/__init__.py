"""Regions of benchmark size: a small one is lived through use cases, then copied whole in the database."""
