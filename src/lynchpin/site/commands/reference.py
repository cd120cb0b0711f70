"""Load or update a reference pack: `lynchpin reference load cwm-taf`. Loading twice changes nothing."""

from __future__ import annotations

import argparse

from lynchpin.site.commands import start, with_noes_told


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["load"])
    parser.add_argument("pack", nargs="?", default="cwm-taf")
    parser.add_argument("--as", dest="email", default="", help="the account that answers for it")


@with_noes_told
def run(options: argparse.Namespace) -> int:
    start()
    from lynchpin.site import reference_loading

    actor = reference_loading.loader(options.email)
    for room, counts in reference_loading.load_pack(options.pack, actor).items():
        print(f"{room:16} " + "  ".join(f"{name} {number}" for name, number in sorted(counts.items())))
    return 0
