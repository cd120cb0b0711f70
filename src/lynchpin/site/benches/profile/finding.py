"""What a part of the bench is asked, what it promises, and what it found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import median


@dataclass(frozen=True, slots=True)
class Asked:
    """Sizes of one measurement; a part uses its own where none is given."""

    residents: int | None = None
    pairs: int = 5
    seed: int = 1

    def people(self, usual: int) -> int:
        return self.residents or usual

    def sized(self, found: Found) -> Found:
        """What was found, saying so when it was measured at another size than the promise names."""
        return replace(found, figure=f"with {self.residents:,} people: {found.figure}") if self.residents else found


@dataclass(frozen=True, slots=True)
class Promise:
    """One row of the table: what must hold. `must` and `aim` are in words; a figure is judged where the part knows how."""

    what: str
    must: str
    aim: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of a promise: the figure, its lowest and highest, and what a reader must know beside it."""

    promise: Promise
    figure: str
    spread: str = ""
    beside: str = ""


class NotMeasured(Exception):
    """A part cannot be measured here; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where a figure must lie, and where it should: at most, or at least when `upward`."""

    must: float
    aim: float
    upward: bool = False

    def judged(self, figure: float, *, besides: bool = True) -> str:
        """In words; `besides` is whether all else that belongs to the promise holds."""
        if not besides or not self._reaches(figure, self.must):
            return "NOT held"
        return "aim reached" if self._reaches(figure, self.aim) else "held"

    def _reaches(self, figure: float, bound: float) -> bool:
        return figure >= bound if self.upward else figure <= bound


def ratios(
    promise: Promise, found: Sequence[float], bounds: Bounds, unit: str, beside: str, *, besides: bool = True
) -> Found:
    """The median of some ratios as a row of the table."""
    figure = median(found)
    told = f"{figure:.2f} {unit}: {bounds.judged(figure, besides=besides)}"
    return Found(promise, told, spread(found, "{:.2f}".format), beside)


def shares(promise: Promise, found: Sequence[float], bounds: Bounds, beside: str, *, besides: bool = True) -> Found:
    """The median of some shares from 0 to 1 as a row of the table."""
    figure = median(found)
    told = f"{figure:.4f}: {bounds.judged(figure, besides=besides)}"
    return Found(promise, told, spread(found, "{:.4f}".format), beside)


def spread(found: Sequence[float], written: Callable[[float], str]) -> str:
    return f"{written(min(found))} to {written(max(found))} of {len(found)}"


def seconds(found: Sequence[float]) -> str:
    """The middle of some times, with the shortest and the longest."""
    return f"{median(found):.1f} s ({min(found):.1f} to {max(found):.1f})"
