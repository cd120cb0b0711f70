"""Reads partner extracts: a file is taken whole or refused, a row is accepted exactly as sent or quarantined with its reason.

What a file is like is told before anybody accepts it, beside the last one, and bounds as data say when it is stopped."""

from lynchpin_vrp.sources.check import MOST_BAD_ROWS, check_feed, load_feed, tables_of
from lynchpin_vrp.sources.profile import ColumnProfile, FileProfile, Keys, profile_file
from lynchpin_vrp.sources.stop_rule import Finding, StopRule, findings

__all__ = [
    "MOST_BAD_ROWS",
    "ColumnProfile",
    "FileProfile",
    "Finding",
    "Keys",
    "StopRule",
    "check_feed",
    "findings",
    "load_feed",
    "profile_file",
    "tables_of",
]
