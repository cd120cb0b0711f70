"""What a person may read of a profile: their own facts, with source and date, and nothing else of it.

Never another member's facts, never those that stay on the reviewer's page, never points, a score or a band, and never a home:
a child in shared care has two, and neither parent is told the other's through this service.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from lynchpin.profiles.choices import LineKind
from lynchpin.profiles.rules import WITHHELD


class Line(Protocol):
    """A line of a score, as the room keeps it."""

    kind: str
    factor: str
    person_key: str
    feed: str
    evidence_date: date | None


@dataclass(frozen=True, slots=True, order=True)
class OwnFact:
    """What one source recorded about the person: the keys of the factor and of the feed, and the day it speaks of."""

    factor: str
    feed: str
    evidence_date: date | None


def own_facts(lines: Iterable[Line], person_key: str) -> tuple[OwnFact, ...]:
    """The facts about one person that this person may read, each once, by factor, feed and day."""
    facts = {
        OwnFact(line.factor, line.feed, line.evidence_date)
        for line in lines
        if line.kind == LineKind.FACT and person_key and line.person_key == person_key and line.factor not in WITHHELD
    }
    return tuple(sorted(facts, key=lambda fact: (fact.factor, fact.feed, fact.evidence_date or date.min)))
