"""What a factor is: dated data with its reasons, and the query that finds its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

ADULT_AGE = 18
OLDEST_AGE = 120


class Axis(StrEnum):
    """Two numbers that are never netted: what adds vulnerability, what adds protection."""

    VULNERABILITY = "V"
    PROTECTION = "P"


class Decay(StrEnum):
    """How evidence fades (DOMAIN 4.4). See `features.decay` for the months."""

    EVENT = "E"
    STATE = "S"
    TERM = "T"


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence or label in both languages."""

    en: str
    cy: str


@dataclass(frozen=True, slots=True)
class Factor:
    """One reason why a family may need help, or may not.

    `sql` selects person_id, feed, record_id, value (text), points (whole, 0 when looked at and not so) and observed_on from `evidence`;
    `{points}` stands for `points`, the most it can add. `reads` are fact columns, the one that it cannot do without first.
    `ages` are whole years at the run's date, both ends in. `withheld` factors never leave the reviewer's page; those that `resembles_ace`
    are never counted, shown or exported as a number of adverse experiences (DOMAIN 4.4)."""

    key: str
    label: Words
    meaning: Words
    useful: str
    lawful: str
    reads: tuple[str, ...]
    axis: Axis
    domain: str
    points: int
    decay: Decay
    sql: str
    ages: tuple[int, int] = (0, OLDEST_AGE)
    on: bool = True
    from_on: date = date(2026, 9, 1)
    to_on: date | None = None
    equality_sensitive: bool = False
    withheld: bool = False
    resembles_ace: bool = False

    def in_force(self, as_at: date) -> bool:
        """Whether the factor is switched on and dated to count on that day."""
        return self.on and self.from_on <= as_at and (self.to_on is None or as_at <= self.to_on)


SCHOOL_AGES = (4, 17)
EARLY_YEARS_AGES = (0, 7)  # the Healthy Child Wales Programme ends at seven
CHILD_AGES = (0, ADULT_AGE - 1)
POST_16_AGES = (16, 24)
YOUNG_AGES = (0, 24)
ADULT_AGES = (ADULT_AGE, OLDEST_AGE)
PARENT_AGES = (16, OLDEST_AGE)  # a parent may be younger than an adult
