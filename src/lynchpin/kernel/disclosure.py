"""Disclosure control: the one place where a count becomes a number that may be shown to those who see no records.

Open publication hides 1 to 7 and rounds the rest to 5 (OpenSAFELY's rule); inside the boards 1 to 4 are hidden and nothing
is rounded. A hidden count is marked [c], as the national statistics mark confidential figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MARK = "[c]"


@dataclass(frozen=True, slots=True)
class Standard:
    """Counts from 1 to `hides_to` are hidden; the others are rounded half up to a multiple of `rounds_to`."""

    hides_to: int
    rounds_to: int


PUBLIC = Standard(hides_to=7, rounds_to=5)
BOARD = Standard(hides_to=4, rounds_to=1)


@dataclass(frozen=True, slots=True)
class Shown:
    """A count as it may be shown; no value when it is hidden."""

    value: int | None

    @property
    def text(self) -> str:
        return MARK if self.value is None else str(self.value)


def disclosed(count: int, standard: Standard) -> Shown:
    """A count under a standard. Zero is shown."""
    if 1 <= count <= standard.hides_to:
        return Shown(None)
    step = standard.rounds_to
    return Shown((2 * count + step) // (2 * step) * step)


def disclosed_share(part: int, whole: int, standard: Standard) -> Shown:
    """A whole percentage of the shown counts, so that nobody can calculate back; hidden when either side is small."""
    sides = (part, whole - part, whole)
    if not whole or any(disclosed(side, standard).value is None for side in sides):
        return Shown(None)
    shown_part, shown_whole = disclosed(part, standard).value or 0, disclosed(whole, standard).value or 0
    return Shown((200 * shown_part + shown_whole) // (2 * shown_whole)) if shown_whole else Shown(None)


def hidden_beside_total(cells: Mapping[str, int], standard: Standard) -> frozenset[str]:
    """Keys of cells to hide when their total is shown too.

    What is hidden together can be worked out from the total, so it must be several cells and no small number itself: two of one
    each are known to be so when they make two. The next smallest go with them until it is."""
    small = {key for key, count in cells.items() if disclosed(count, standard).value is None}
    rest = sorted((count, key) for key, count in cells.items() if key not in small and count)
    while small and rest and (len(small) == 1 or sum(cells[key] for key in small) <= standard.hides_to):
        small.add(rest.pop(0)[1])
    return frozenset(small)
