"""Write everything kept (records, trail, access log, partners' accepted rows) to one file: `lynchpin backup FILE`."""

from __future__ import annotations

import argparse
from pathlib import Path

from lynchpin.site.commands import start


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)


def run(options: argparse.Namespace) -> int:
    start()
    from lynchpin.site.backups import back_up

    size = back_up(options.file)
    print(f"{options.file}: {size} bytes")
    return 0
