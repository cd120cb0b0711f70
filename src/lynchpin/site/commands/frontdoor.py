"""What the front door does by the clock, each night or each hour: `lynchpin frontdoor lapse` and `lynchpin frontdoor release`.

Done again, neither changes anything."""

from __future__ import annotations

import argparse

from lynchpin.site.commands import start


def add_arguments(parser: argparse.ArgumentParser) -> None:
    wanted = (
        "lapse: bring back whom no provider answered for in time, and find owners for what colleagues who left still owned; "
        "release: put families that wait up for review, as review time and room in caseloads allow"
    )
    parser.add_argument("action", choices=["lapse", "release"], help=wanted)


def run(options: argparse.Namespace) -> int:
    start()
    {"lapse": lapse, "release": release}[options.action]()
    return 0


def lapse() -> None:
    """Silence, and colleagues who left, leave nobody without an owner."""
    from lynchpin.frontdoor.jobs import find_owners, lapse_brokerings
    from lynchpin.kernel import clock

    print(f"{lapse_brokerings(at=clock.now())} brought back to the front door.")
    print(f"{find_owners(at=clock.now())} given an owner who is at work.")


def release() -> None:
    """Families that wait, by the newest count of room in caseloads."""
    from lynchpin.frontdoor.jobs import release_candidates
    from lynchpin.kernel import clock
    from lynchpin.site.wiring import room_in_caseloads

    print(f"{release_candidates(room=room_in_caseloads(), at=clock.now())} put up for review.")
