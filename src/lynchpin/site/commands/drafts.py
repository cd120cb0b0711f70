"""Half-typed forms that nobody came back to: `lynchpin drafts purge`, each night. Done again, it finds nothing."""

from __future__ import annotations

import argparse

from lynchpin.site.commands import start


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["purge"], help="throw away drafts of forms that are older than two weeks")


def run(options: argparse.Namespace) -> int:
    start()
    from lynchpin.kernel import clock, drafts

    print(f"{drafts.purge(at=clock.now())} thrown away.")
    return 0
