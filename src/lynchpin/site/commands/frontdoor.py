"""What the front door does by the clock: `lynchpin frontdoor lapse`, each night or each hour. Done again, it changes nothing."""

from __future__ import annotations

import argparse

from lynchpin.site.commands import start


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["lapse"], help="bring back everyone whose provider has not answered in time")


def run(options: argparse.Namespace) -> int:
    start()
    from lynchpin.frontdoor.jobs import lapse_brokerings
    from lynchpin.kernel import clock

    print(f"{lapse_brokerings(at=clock.now())} brought back to the front door.")
    return 0
