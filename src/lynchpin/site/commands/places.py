"""Load an official download: `lynchpin places load KIND FILE`, where KIND is boundaries, ranks, postcodes or clusters."""

from __future__ import annotations

import argparse
from pathlib import Path

from lynchpin.site.commands import acting_as, start, with_noes_told


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["load"])
    parser.add_argument("kind")
    parser.add_argument("file", type=Path)
    parser.add_argument("--as", dest="email", required=True, help="the account that answers for it")


@with_noes_told
def run(options: argparse.Namespace) -> int:
    start()
    from lynchpin.places import loading

    actor = acting_as(options.email, "places.load_places")
    counts = loading.load_file(options.kind, options.file, actor)
    print("  ".join(f"{name} {number}" for name, number in sorted(counts.items())))
    return 0
