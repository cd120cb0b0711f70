"""Vulnerability and resilience profiling: tables in, tables out; no Django, clock, network or environment.

One way: sources, clean, link, families, features, score, assure. The names below are the whole public surface."""

from lynchpin_vrp.assure import Assurance, assure
from lynchpin_vrp.assure.explain import Contribution, explain
from lynchpin_vrp.contract import FACTS, IDENTITY, Feed, FeedReport, Quarantined, Refused
from lynchpin_vrp.features import CATALOGUE, Factor, Words
from lynchpin_vrp.run import Manifest, run
from lynchpin_vrp.score import ROUTES, ScoringRules
from lynchpin_vrp.settings import Settings, with_overrides
from lynchpin_vrp.sources import check_feed
from lynchpin_vrp.workspace import Workspace, read_workspace

__all__ = [
    "CATALOGUE",
    "FACTS",
    "IDENTITY",
    "ROUTES",
    "Assurance",
    "Contribution",
    "Factor",
    "Feed",
    "FeedReport",
    "Manifest",
    "Quarantined",
    "Refused",
    "ScoringRules",
    "Settings",
    "Words",
    "Workspace",
    "assure",
    "check_feed",
    "explain",
    "read_workspace",
    "run",
    "with_overrides",
]
