"""Check that the service is fit to run; with --live, that it may take partners' real feeds."""

from __future__ import annotations

import argparse

from lynchpin.site.commands import start


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--live", action="store_true", help="also ask what must be in place before real feeds")


def run(options: argparse.Namespace) -> int:
    start()
    from django.core.management import call_command
    from django.core.management.base import SystemCheckError

    try:
        call_command("check", deploy=options.live, fail_level="WARNING")
    except SystemCheckError as faults:
        print(faults)
        return 1
    return _live() if options.live else 0


def _live() -> int:
    from lynchpin.site.readiness import obstacles

    found = obstacles()
    for sentence in found:
        print(f"- {sentence}")
    print("Real feeds are refused." if found else "Real feeds may be loaded.")
    return 1 if found else 0
