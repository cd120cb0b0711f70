"""Check or load a partner's extract: `lynchpin feeds check FEED FILE`, `lynchpin feeds load FEED FILE`. Exit 0 applied, 1 refused."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from lynchpin.site.commands import acting_as, start, with_noes_told


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["check", "load"])
    parser.add_argument("feed")
    parser.add_argument("file", type=Path)
    parser.add_argument("--as", dest="email", required=True, help="the account that answers for it")
    parser.add_argument(
        "--as-at", type=date.fromisoformat, default=None, help="the day the file tells of (default today)"
    )
    parser.add_argument("--json", action="store_true", help="as JSON")


@with_noes_told
def run(options: argparse.Namespace) -> int:
    start()
    from lynchpin.kernel.errors import Refused
    from lynchpin.kernel.reasons import sentence

    try:
        counts = check(options) if options.action == "check" else load(options)
    except Refused as no:
        told = {"refused": no.reason.code, "sentence": sentence(no.reason)}
        print(json.dumps(told, ensure_ascii=False) if options.json else told["sentence"])
        return 1
    print(json.dumps(counts) if options.json else "  ".join(f"{name} {number}" for name, number in counts.items()))
    return 0


def check(options: argparse.Namespace) -> dict[str, Any]:
    """Say what loading would; store nothing. What goes beyond the feed's bounds is told beside the counts."""
    from dataclasses import asdict

    from lynchpin.kernel import clock
    from lynchpin.profiles.queries import check_feed
    from lynchpin.profiles.queries.file_profiles import shown_findings

    actor = acting_as(options.email, "profiles.load_feed")
    seen = check_feed(actor, options.feed, options.file, options.as_at or clock.today())
    for found in shown_findings([asdict(finding) for finding in seen.findings]):
        print(found.sentence, file=sys.stderr)
    return _counts(seen.rows_read, seen.rows_accepted, seen.rows_unchanged, seen.rows_quarantined)


def load(options: argparse.Namespace) -> dict[str, Any]:
    """Load the file whole, or not at all, and accept it; one that is stopped waits for a second person."""
    from lynchpin.face.lists import ListQuery
    from lynchpin.kernel import clock
    from lynchpin.profiles.feeding import take_in
    from lynchpin.profiles.queries import extract

    actor, day = acting_as(options.email, "profiles.load_feed"), options.as_at or clock.today()
    reference = take_in(actor, feed=options.feed, path=options.file, as_at=day, at=clock.now())
    kept = extract(actor, reference, ListQuery()).row
    return _counts(kept.read, kept.accepted, kept.unchanged, kept.quarantined) | {"extract": reference}


def _counts(read: int, accepted: int, unchanged: int, quarantined: int) -> dict[str, Any]:
    return {"read": read, "accepted": accepted, "unchanged": unchanged, "quarantined": quarantined}
