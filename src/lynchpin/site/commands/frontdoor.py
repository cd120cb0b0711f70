"""What the front door does by the clock: `lynchpin frontdoor lapse`, each night or each hour. Done again, it changes nothing."""

from __future__ import annotations

import argparse

from lynchpin.site.commands import start


def add_arguments(parser: argparse.ArgumentParser) -> None:
    wanted = (
        "bring back whom no provider answered for in time, and find owners for what colleagues who left still owned"
    )
    parser.add_argument("action", choices=["lapse"], help=wanted)


def run(options: argparse.Namespace) -> int:
    start()
    from lynchpin.frontdoor.jobs import find_owners, lapse_brokerings
    from lynchpin.kernel import clock

    print(f"{lapse_brokerings(at=clock.now())} brought back to the front door.")
    print(f"{find_owners(at=clock.now())} given an owner who is at work.")
    return 0
