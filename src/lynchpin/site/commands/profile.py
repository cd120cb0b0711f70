"""Commission, make and receive a profile run: `lynchpin profile run --clusters porth …`. It then waits for another person's approval."""

from __future__ import annotations

import argparse
from datetime import date

from lynchpin.site.commands import acting_as, start, with_noes_told


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["run"])
    parser.add_argument("--as", dest="email", required=True, help="the account that answers for it")
    parser.add_argument("--impact-assessment", required=True, help="its number in the register")
    parser.add_argument("--purpose", default="", help="one of its purposes, word for word; needed where it has several")
    parser.add_argument("--review-on", type=date.fromisoformat, help="earlier than the assessment's own review")
    parser.add_argument("--clusters", nargs="*", default=[])
    parser.add_argument("--zones", nargs="*", default=[])


@with_noes_told
def run(options: argparse.Namespace) -> int:
    start()
    from lynchpin.profiles.running import run_profile

    reference = run_profile(
        acting_as(options.email, "profiles.commission_profile_run"),
        purpose=options.purpose,
        impact_assessment=options.impact_assessment,
        review_on=options.review_on,
        cluster_keys=options.clusters,
        zone_keys=options.zones,
        progress=lambda done, total: print(f"step {done} of {total}", flush=True),
    )
    print(f"{reference} waits for approval by another person.")
    return 0
