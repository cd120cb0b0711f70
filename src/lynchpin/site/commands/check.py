"""Check that the service is fit to run; with --live, that it may take partners' real feeds."""

from __future__ import annotations

import argparse

from lynchpin.site.commands import start


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--live", action="store_true", help="also ask what must be in place before real feeds")


def run(options: argparse.Namespace) -> int:
    start()
    from lynchpin.site.readiness import obstacles

    found = faults(live=options.live) + (obstacles() if options.live else [])
    for sentence in found:
        print(f"- {sentence}")
    if options.live:
        print("Real feeds are refused." if found else "Real feeds may be loaded.")
    elif not found:
        print("No faults.")
    return 1 if found else 0


def faults(*, live: bool) -> list[str]:
    """What the framework's own checks find; for a service that is to be live, also what one that others reach must have."""
    from django.core import checks

    found = checks.run_checks(include_deployment_checks=live)
    return [str(fault) for fault in found if fault.is_serious(checks.WARNING) and not fault.is_silenced()]
