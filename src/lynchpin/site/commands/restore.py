"""Put a backup back: `lynchpin restore FILE`. With --prove, restore it beside the service and compare, changing nothing."""

from __future__ import annotations

import argparse
from pathlib import Path

from lynchpin.site.commands import start


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("--prove", action="store_true", help="restore to a throwaway place and compare row counts")


def run(options: argparse.Namespace) -> int:
    start()
    from lynchpin.kernel import guard
    from lynchpin.site import backups

    if not backups.is_whole(options.file):
        print("This is no whole backup of this kind of database. Nothing was changed.")
        return 1
    with guard.resting():
        if options.prove:
            differing = backups.prove(options.file)
            print("The backup restores whole." if not differing else f"Tables that differ: {', '.join(differing)}")
            return 1 if differing else 0
        backups.put_back(options.file)
    print(f"{options.file} is restored.")
    return 0
