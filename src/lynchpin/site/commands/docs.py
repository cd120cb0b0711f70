"""Write the generated reference: policy table, use cases, state diagrams, addresses, settings. With --check, only compare."""

from __future__ import annotations

import argparse
from pathlib import Path

from lynchpin.site.commands import start


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="exit 1 when a page is not current; write nothing")


def run(options: argparse.Namespace) -> int:
    start()
    from lynchpin.site.environment import ROOT
    from lynchpin.site.reference_docs import pages

    folder = ROOT / "docs" / "reference"
    stale = [name for name, text in pages().items() if _kept(folder / name) != text]
    if options.check:
        print("\n".join(f"{name} is not current" for name in stale) or "The reference is current.")
        return 1 if stale else 0
    for name in stale:
        (folder / name).write_text(pages()[name], "utf-8")
    print(f"{len(stale)} of {len(pages())} pages written")
    return 0


def _kept(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""
