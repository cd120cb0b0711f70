"""Reads of the room, by what a page is about: feeds and their extracts, runs, and the families that a run profiled."""

from lynchpin.profiles.queries.arrivals import check_feed
from lynchpin.profiles.queries.families import factor_name, family_profile, profiles_of_run
from lynchpin.profiles.queries.feeds import extract, extracts_of_feed, feed, feed_to_load, feeds, quarantine
from lynchpin.profiles.queries.inputs import inputs_of_run
from lynchpin.profiles.queries.runs import profile_run, runs

__all__ = [
    "check_feed",
    "extract",
    "extracts_of_feed",
    "factor_name",
    "family_profile",
    "feed",
    "feed_to_load",
    "feeds",
    "inputs_of_run",
    "profile_run",
    "profiles_of_run",
    "quarantine",
    "runs",
]
