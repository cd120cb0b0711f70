"""Measure what the service promises, on this machine, and write docs/reference/measurements.md: `lynchpin bench NAME|all`.

The bench of profiling takes so long that its parts can be named: `lynchpin bench profile quality full --pairs 3`.
"""

from __future__ import annotations

import argparse
import subprocess
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from lynchpin.site.commands import start

T = TypeVar("T")

BENCHES = ("profile", "bad-input", "writers", "pages", "allocation", "demo", "cold", "suite")
SLOW = "suite"  # nearly the time that CI has: only when it is asked for


IN_PARTS = "profile"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", choices=[*BENCHES, "all"])
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help="of the bench of profiling; else those that end within the hour"
    )
    parser.add_argument(
        "--residents", type=int, metavar="N", help="people in a part's region, instead of its own number"
    )
    parser.add_argument("--pairs", type=int, default=5, metavar="P", help="how often a part runs both sides in turn")
    parser.add_argument(
        "--seed", type=int, default=1, metavar="S", help="the seed of a part's region, or of its first one"
    )
    parser.add_argument(
        "--with-suite", action="store_true", help="with `all`: also time the checks and both runs of the tests"
    )


def run(options: argparse.Namespace) -> int:
    start()
    from lynchpin.site.environment import ROOT

    page = ROOT / "docs" / "reference" / "measurements.md"
    if not known(options):
        print("Only the bench of profiling has parts: " + ", ".join(parts()), flush=True)
        return 2
    measured = [each for name in chosen(options.name, options.with_suite) for each in written(name, page, options)]
    return 0 if all(measured) else 1


def chosen(name: str, with_suite: bool) -> list[str]:
    """The benches that are asked for."""
    if name != "all":
        return [name]
    return [each for each in BENCHES if with_suite or each != SLOW]


def parts() -> Sequence[str]:
    """What the bench of profiling is made of."""
    from lynchpin.site.benches.profile import PARTS

    return PARTS


def known(options: argparse.Namespace) -> bool:
    """Whether the parts that were named are parts of the bench that was named."""
    return not options.parts or (options.name == IN_PARTS and set(options.parts) <= set(parts()))


def written(name: str, target: Path, options: argparse.Namespace) -> list[bool]:
    """Run one bench, or each of its parts, and say which of them could be measured."""
    if name != IN_PARTS:
        return [write(name, target)]
    from lynchpin.site.benches.profile import BY_NAME_ONLY

    usual = [part for part in parts() if part not in BY_NAME_ONLY]
    return [write_part(part, target, options) for part in options.parts or usual]


def write(name: str, target: Path) -> bool:
    """Run one bench and put its section into the page, at once, so that a later bench cannot lose it.

    False when what it measures did not work: the section then stays as it was, and the others are measured all the same.
    """
    from lynchpin.site.benches import page

    around = beside(name, import_module(f"lynchpin.site.benches.{name.replace('-', '_')}").measure)
    if around is None:
        return False
    found, on, load, machine = around
    print(f"{name}: {found.figure}", flush=True)
    page.keep(target, name, page.section(found, on=on, load=load, machine=machine), (page.HOUSE, *BENCHES))
    return True


def write_part(part: str, target: Path, options: argparse.Namespace) -> bool:
    """The same for one part of the bench of profiling, whose section keeps the rows of the others."""
    from lynchpin.site.benches import page
    from lynchpin.site.benches.profile import Asked, table

    asked = Asked(options.residents, options.pairs, options.seed)
    around = beside(part, lambda: import_module(f"lynchpin.site.benches.profile.{part}").measure(asked))
    if around is None:
        return False
    found, on, load, machine = around
    rows = [asked.sized(each) for each in found]
    for each in rows:
        print(f"{each.promise.what}: {each.figure} ({each.beside})", flush=True)
    kept = page.kept_sections(target.read_text("utf-8")) if target.is_file() else {}
    told = table.section(kept.get(IN_PARTS, ""), part, rows, when=page.when(on, load), machine=machine)
    page.keep(target, IN_PARTS, told, (page.HOUSE, *BENCHES))
    return True


def beside(name: str, measure: Callable[[], T]) -> tuple[T, date, float, str] | None:
    """What was measured, the day, the load of the minute before, and the machine with its pace; nothing where it could not be."""
    from lynchpin.kernel import clock
    from lynchpin.site.benches import machine
    from lynchpin.site.benches.profile import NotMeasured

    load, before = machine.load(), machine.pace()
    try:
        found = measure()
    except (TimeoutError, subprocess.CalledProcessError, NotMeasured) as fault:
        print(f"{name}: not measured. {fault}", flush=True)
        return None
    paces = f"counting to ten million took {before:.2f} s before and {machine.pace():.2f} s after"
    return found, clock.today(), load, f"{machine.facts()}; {paces}"
