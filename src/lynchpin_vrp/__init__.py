"""Vulnerability and resilience profiling: tables in, tables out; no Django, clock, network or environment.

One way: sources, clean, link, families, features, score, assure. The names below are what a run and its assurance need;
reading one file by itself is in `sources`."""

from lynchpin_vrp.assure import Assurance, Beside, Measure, assure, found_beside, write_assurance
from lynchpin_vrp.assure.explain import Contribution, explain
from lynchpin_vrp.compare import Moves, compare
from lynchpin_vrp.contract import FACTS, IDENTITY, Feed, FeedReport, Quarantined, Refused
from lynchpin_vrp.features import CATALOGUE, Axis, Factor, Words
from lynchpin_vrp.link.decisions import Decision, contradiction, decisions_text, write_decisions
from lynchpin_vrp.outputs import EVIDENCE_TABLES
from lynchpin_vrp.rescore import rescore
from lynchpin_vrp.run import Manifest, run
from lynchpin_vrp.score import ROUTES, ScoringRules
from lynchpin_vrp.settings import Settings, with_overrides
from lynchpin_vrp.sources import check_feed
from lynchpin_vrp.workspace import Workspace, read_workspace

__all__ = [
    "CATALOGUE",
    "EVIDENCE_TABLES",
    "FACTS",
    "IDENTITY",
    "ROUTES",
    "Assurance",
    "Axis",
    "Beside",
    "Contribution",
    "Decision",
    "Factor",
    "Feed",
    "FeedReport",
    "Manifest",
    "Measure",
    "Moves",
    "Quarantined",
    "Refused",
    "ScoringRules",
    "Settings",
    "Words",
    "Workspace",
    "assure",
    "check_feed",
    "compare",
    "contradiction",
    "decisions_text",
    "explain",
    "found_beside",
    "read_workspace",
    "rescore",
    "run",
    "with_overrides",
    "write_assurance",
    "write_decisions",
]
