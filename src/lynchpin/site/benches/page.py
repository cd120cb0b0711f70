"""The page `docs/reference/measurements.md`: a section for each bench, kept until that bench is run again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from lynchpin.site.benches import Measurement
from lynchpin.site.benches.promises import HELD_BY_TESTS

OPENING = """# Measurements

Written by `lynchpin bench NAME` and `make bench` (which is `lynchpin bench all`), and the section *house* by `make check`. A bench says
on what machine and day it was measured, how busy the machine was and how fast a core of it counted before and after: seconds are facts
of that machine and day, and no test asserts them. A bench that was not run keeps its earlier section. Benches work in temporary folders
and throwaway databases.
"""
TESTED = """## Held by tests

These hold or do not; `make test` and `make test-pg` fail when they do not.

| Must hold | Shown by |
|---|---|
"""
HOUSE = "house"  # not a bench: what the checks found, written by them
UNMEASURED = "Not measured yet."


def keep(target: Path, name: str, told: str, names: Iterable[str]) -> None:
    """Put one section into the page; the others stay as earlier runs left them."""
    kept = kept_sections(target.read_text("utf-8")) if target.is_file() else {}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page(kept | {name: told}, names), "utf-8")


def page(kept: Mapping[str, str], names: Iterable[str]) -> str:
    """The whole page from each bench's section, in the order of `names`."""
    sections = (f"## {name}\n\n{kept.get(name, UNMEASURED).strip()}\n" for name in names)
    return "\n".join((OPENING, *sections, held_by_tests()))


def kept_sections(text: str) -> dict[str, str]:
    """Each bench's section as an earlier run left it."""
    parts = (part.split("\n", 1) for part in text.split("\n## ")[1:])
    return {name.strip(): body.strip() for name, body in parts}


def section(found: Measurement, *, on: date, load: float, machine: str) -> str:
    """What one bench found, as rows. `load` is of the minute before it began."""
    return _section(found, {"Measured on": when(on, load), "Machine": machine})


def when(on: date, load: float) -> str:
    """The day, and how busy the machine was."""
    return f"{on.isoformat()}, when {load:.1f} other processes wanted a core"


def standing_section(found: Measurement) -> str:
    """The same for what is a fact of the code, on whatever machine and day: it changes only when the code does."""
    return _section(found, {})


def _section(found: Measurement, measured: Mapping[str, str]) -> str:
    rows = {"Shown by": f"`{found.command}`", "Figure": found.figure, "Beside it": found.note, **measured}
    told = "\n".join(f"| {name} | {said} |" for name, said in rows.items() if said)
    return f"{found.line}\n\n| | |\n|---|---|\n{told}"


def held_by_tests() -> str:
    """The promises without a figure."""
    rows = "\n".join(f"| {line} | `pytest {where}` |" for line, where in HELD_BY_TESTS)
    return f"{TESTED}{rows}\n"
