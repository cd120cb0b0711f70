"""The page `docs/reference/measurements.md`: a section for each bench, kept until that bench is run again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from lynchpin.site.benches import Measurement
from lynchpin.site.benches.promises import HELD_BY_TESTS

OPENING = """# Measurements

Written by `lynchpin bench NAME` and `make bench` (which is `lynchpin bench all`). Each section says on what machine and day it was
measured, and how busy the machine was: seconds are facts of that machine and day, and no test asserts them. A bench that was not
run keeps its earlier section. Benches work in temporary folders and throwaway databases.
"""
TESTED = """## Held by tests

These hold or do not; `make test` and `make test-pg` fail when they do not.

| Must hold | Shown by |
|---|---|
"""
UNMEASURED = "Not measured yet."


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
    rows = {
        "Shown by": f"`{found.command}`",
        "Figure": found.figure,
        "Beside it": found.note,
        "Measured on": f"{on.isoformat()}, when {load:.1f} other processes wanted a core",
        "Machine": machine,
    }
    told = "\n".join(f"| {name} | {said} |" for name, said in rows.items() if said)
    return f"{found.line}\n\n| | |\n|---|---|\n{told}"


def held_by_tests() -> str:
    """The promises without a figure."""
    rows = "\n".join(f"| {line} | `pytest {where}` |" for line, where in HELD_BY_TESTS)
    return f"{TESTED}{rows}\n"
