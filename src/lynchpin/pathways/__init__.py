"""Pathways and a person's place on one, handing over, and whether a change lasts."""
