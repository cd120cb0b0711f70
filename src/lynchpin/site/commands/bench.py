"""Measure what the service promises, on this machine, and write docs/reference/measurements.md: `lynchpin bench NAME|all`."""

from __future__ import annotations

import argparse
import subprocess
from importlib import import_module
from pathlib import Path

from lynchpin.site.commands import start

BENCHES = ("profile", "bad-input", "writers", "pages", "allocation", "demo", "cold", "suite")
SLOW = "suite"  # nearly the time that CI has: only when it is asked for


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", choices=[*BENCHES, "all"])
    parser.add_argument(
        "--with-suite", action="store_true", help="with `all`: also time the checks and both runs of the tests"
    )


def run(options: argparse.Namespace) -> int:
    start()
    from lynchpin.site.environment import ROOT

    page = ROOT / "docs" / "reference" / "measurements.md"
    measured = [write(name, page) for name in chosen(options.name, options.with_suite)]
    return 0 if all(measured) else 1


def chosen(name: str, with_suite: bool) -> list[str]:
    """The benches that are asked for."""
    if name != "all":
        return [name]
    return [each for each in BENCHES if with_suite or each != SLOW]


def write(name: str, target: Path) -> bool:
    """Run one bench and put its section into the page, at once, so that a later bench cannot lose it.

    False when what it measures did not work: the section then stays as it was, and the others are measured all the same.
    """
    from lynchpin.kernel import clock
    from lynchpin.site.benches import machine, page

    load, before = machine.load(), machine.pace()
    try:
        found = import_module(f"lynchpin.site.benches.{name.replace('-', '_')}").measure()
    except (TimeoutError, subprocess.CalledProcessError) as fault:
        print(f"{name}: not measured. {fault}", flush=True)
        return False
    print(f"{name}: {found.figure}", flush=True)
    paces = f"counting to ten million took {before:.2f} s before and {machine.pace():.2f} s after"
    told = page.section(found, on=clock.today(), load=load, machine=f"{machine.facts()}; {paces}")
    page.keep(target, name, told, (page.HOUSE, *BENCHES))
    return True
