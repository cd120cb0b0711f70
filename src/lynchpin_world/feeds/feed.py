"""What a feed is: an agency's own column names, whom it writes about and when, what it says of them, and how often it errs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random

from lynchpin_world.region import Family, Person, Region

Line = tuple[Person, date, bool]  # whom a row is about, the day it was written, and whether it is the current one
Facts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that an agency wrote about somebody on a day. The `current` line of a feed may carry facts."""

    person: Person
    family: Family
    written_on: date
    current: bool
    is_child: bool
    parent: Person | None


@dataclass(frozen=True, slots=True)
class Feed:
    """One agency's extract. `columns` and `facts` are ours = theirs; `trust` (0 to 1) weighs its addresses when a dwelling is chosen.

    `lines` gives the rows that the agency holds about a family; `evidence` the facts of a current row, by our names. Chance in
    `evidence` is tied to the person, or to the whole family where the agency writes `of_households`, so that rows about the same
    thing agree. `rates` are the shares of rows that its own faults strike, over those that every feed has.
    """

    name: str
    trust: float
    prefix: str
    columns: Mapping[str, str]
    facts: Mapping[str, str]
    lines: Callable[[Region, Family, Random], Iterator[Line]]
    evidence: Callable[[Region, Entry, Random], Facts]
    of_households: bool = False
    rates: Mapping[str, float] = field(default_factory=dict)

    @property
    def header(self) -> list[str]:
        return [*self.columns.values(), *self.facts.values()]
