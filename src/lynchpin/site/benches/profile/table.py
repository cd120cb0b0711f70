"""The section of the bench in the page of measurements: a row for each promise and a row for each part, kept until it is run again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module

from lynchpin.site.benches.page import UNMEASURED
from lynchpin.site.benches.profile import PARTS
from lynchpin.site.benches.profile.finding import Found, Promise
from lynchpin.site.benches.profile.tried import TRIED

SECTION = "profile"
Cells = tuple[str, ...]
OPENING = (
    "Profiling a whole region, beside plain Splink. S is the seconds in which plain Splink blocks, predicts and clusters the same files"
    " with eleven rules, cut-off .95 and a kept model; ours is the wall time of the whole process with its model kept. They run in turn;"
    " a figure is the median of the turns' ratios, or of the seeds, with lowest and highest. Memory is the most that a process held."
)
PROMISED = ("What", "Must", "Aim", "Found", "Lowest to highest", "Beside it")
MEASURED = ("Part", "Shown by", "Measured on", "Machine")


def section(kept: str, part: str, found: Iterable[Found], *, when: str, machine: str) -> str:
    """The whole section: what `kept` held of it, with the rows of one part as they were found now."""
    rows = _rows(kept) | {each.promise.what: _cells(each) for each in found}
    rows[_called(part)] = (_called(part), f"`lynchpin bench profile {part}`", when, machine)
    return "\n\n".join((OPENING, _promised(rows), _measured(rows), *_tried()))


def promises() -> tuple[Promise, ...]:
    """Every row of the table, in order."""
    return tuple(promise for part in PARTS for promise in import_module(f"{__package__}.{part}").PROMISES)


def _cells(found: Found) -> Cells:
    promise = found.promise
    return (promise.what, promise.must, promise.aim, found.figure, found.spread, found.beside)


def _promised(rows: Mapping[str, Cells]) -> str:
    """A promise is told as it is now; what was found of it, as it was found."""
    told = [(each.what, each.must, each.aim, *_found(rows.get(each.what))) for each in promises()]
    return _table(PROMISED, told)


def _found(kept: Cells | None) -> Cells:
    return kept[3:] if kept else (UNMEASURED, "", "")


def _measured(rows: Mapping[str, Cells]) -> str:
    return _table(MEASURED, [rows[_called(part)] for part in PARTS if _called(part) in rows])


def _called(part: str) -> str:
    return f"*{part}*"


def _tried() -> list[str]:
    """What was tried and did not help, once somebody has measured it."""
    told = [(each.what, each.ratio, each.why) for each in TRIED]
    return ["What was tried and did not help:", _table(("Tried", "Measured", "Left out because"), told)] if told else []


def _table(header: Cells, rows: Iterable[Cells]) -> str:
    lines = (header, ("---",) * len(header), *rows)
    return "\n".join("| " + " | ".join(cell.replace("|", "/") for cell in line) + " |" for line in lines)


def _rows(section: str) -> dict[str, Cells]:
    """The rows of all tables of a section, by their first cell."""
    lines = (line for line in section.splitlines() if line.startswith("| "))
    cells = (tuple(cell.strip() for cell in line.strip().strip("|").split(" | ")) for line in lines)
    return {row[0]: row for row in cells}
