"""What was tried to make profiling faster or closer to the truth and did not help, so that nobody tries it again unawares."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tried:
    """A trick, what it did as measured (a ratio to what we do, or a difference in F1), and why it was left out."""

    what: str
    ratio: str
    why: str


TRIED: tuple[Tried, ...] = ()
