"""The generated reference tells the same story as the code, and every decision ends with what keeps it."""

from __future__ import annotations

import re

from lynchpin.site.reference_docs import pages
from tests.house.reading import ROOT

LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def test_the_generated_reference_is_current():
    kept = {name: (ROOT / "docs" / "reference" / name).read_text("utf-8") for name in pages()}
    assert [name for name, text in pages().items() if kept[name] != text] == [], "run `make docs`"


def test_every_decision_ends_with_what_keeps_it():
    decisions = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
    assert decisions
    assert [path.name for path in decisions if "**Kept by:**" not in path.read_text("utf-8")] == []


def test_every_link_between_pages_leads_somewhere():
    written = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    links = [(path, link) for path in written for link in LINK.findall(path.read_text("utf-8"))]
    assert [(path.name, link) for path, link in links if not (path.parent / link).exists()] == []
