"""How many statements each page needs, signed in as everyone in a demo, on a small region and on a larger one.

On PostgreSQL the pages of every day are timed too, in a region of 50,000 cases, beside the least that a page costs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import TemporaryDirectory

from lynchpin.site.benches import Measurement
from lynchpin.site.benches.processes import program, run, under
from lynchpin.site.benches.region import paced, told
from lynchpin.site.benches.writers import has_postgresql

SMALL, LARGE = 1_500, 6_000
CEILINGS = {"list": 15, "detail": 30, "home": 40}
NOTE = (
    "The bench page is signed in, with all middleware, the base template, the access log and one row read; a time is the middle"
    " one of 200 requests over one connection to the service as it is served, in turn with the bench page's, the ratio the"
    " median of five rounds. The region is lived small and copied in the database, constraints on."
)
LINE = (
    "Lists need at most 15 statements, detail pages 30 and homes 40, and the number does not grow with the data"
    " (session, rights and access log not counted). In a region of 50,000 cases on PostgreSQL the co-ordinator's queue and the"
    " worker's day need at most 15, a person's overview at most 30, and each at most 6 times as long as the bench page."
)


@dataclass(frozen=True, slots=True)
class Cost:
    """Statements of one page for one person, in a region of some size."""

    person: str
    page: str
    kind: str
    statements: int

    def __str__(self) -> str:
        return f"{self.statements} ({self.page} as {self.person})"


def measure() -> Measurement:
    """Make both regions and count in each; growth is of the same page for the same person."""
    few, many = (tuple(counted(residents)) for residents in (SMALL, LARGE))
    most = (f"most for a {kind} {dearest(kind, many)} of {CEILINGS[kind]}" for kind in CEILINGS)
    counted_in = f"{len(many)} pages as {people(many)} people"
    figure = "; ".join((counted_in, *most, f"growth at most {growth(few, many)}", in_a_region()))
    over = ", ".join(map(str, too_dear((*few, *many))))
    note = f"{SMALL:,} and {LARGE:,} residents; growth may be that of another record. Over its ceiling: {over or 'no page'}. {NOTE}"
    return Measurement(LINE, "lynchpin bench pages", figure, note)


def in_a_region() -> str:
    """The pages of every day where a region's whole service is kept, where a PostgreSQL server is installed."""
    return told(paced("small"), paced("region")) if has_postgresql() else "PostgreSQL is not installed"


def counted(residents: int) -> Iterator[Cost]:
    """Make a demo of a size and walk it, in processes of their own."""
    with TemporaryDirectory() as folder:
        settings = {"LYNCHPIN_DATA_DIR": folder, "LYNCHPIN_DEMO": "true"}
        run(under(settings, program("lynchpin"), "demo", "--no-serve", "--residents", str(residents)))
        told = run(under(settings, sys.executable, "-m", "lynchpin.site.benches.page_walk"))
    return (Cost(**row) for row in json.loads(told))


def too_dear(costs: tuple[Cost, ...]) -> list[Cost]:
    """Each page over its ceiling, once: where it needed most."""
    over = sorted((cost for cost in costs if cost.statements > CEILINGS[cost.kind]), key=lambda cost: cost.statements)
    return sorted({cost.page: cost for cost in over}.values(), key=lambda cost: -cost.statements)


def dearest(kind: str, costs: tuple[Cost, ...]) -> Cost:
    return max((cost for cost in costs if cost.kind == kind), key=lambda cost: cost.statements)


def growth(few: tuple[Cost, ...], many: tuple[Cost, ...]) -> str:
    """The page whose statements grew most from the small region to the large one."""
    before = {(cost.person, cost.page): cost.statements for cost in few}
    grown = {(c.person, c.page): c.statements - before[c.person, c.page] for c in many if (c.person, c.page) in before}
    person, page = max(grown, key=lambda each: grown[each])
    return f"{grown[person, page]} ({page} as {person})"


def people(costs: tuple[Cost, ...]) -> int:
    return len({cost.person for cost in costs})
