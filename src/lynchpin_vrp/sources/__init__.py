"""Reads partner extracts: a file is taken whole or refused, a row is accepted exactly as sent or quarantined with its reason."""

from lynchpin_vrp.sources.check import MOST_BAD_ROWS, check_feed, load_feed, tables_of

__all__ = ["MOST_BAD_ROWS", "check_feed", "load_feed", "tables_of"]
