"""What was tried to make profiling faster or closer to the truth and did not help, so that nobody tries it again unawares."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tried:
    """A trick, what it did as measured (a ratio to what we do, or a difference in F1), and why it was left out."""

    what: str
    ratio: str
    why: str


# Each beside the same run at 300,000 people, one after the other; single runs of this machine wander by a tenth.
TRIED: tuple[Tried, ...] = (
    Tried("DuckDB's allocator told to give nothing back, or to do so in threads of its own", "1.00", "no gain"),
    Tried("huge pages, by either of two allocators", "1.08 to 1.13", "slower, and more memory"),
    Tried("rows kept in the order of the files through all steps", "1.13", "the processor does a tenth more"),
    Tried(
        "tables written without compression", ".85 of writing", "twice the size on the disk; all of writing is a fifth"
    ),
    Tried("row groups of 400,000 rows", "1.53 of writing", "one core writes where two did"),
    Tried("common table expressions materialised to hold the optimiser back", "1.00", "it looks through them"),
)
