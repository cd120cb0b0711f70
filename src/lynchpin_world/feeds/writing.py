"""How agencies come to write about people: whom of a family, on which day, and the few words that facts are told in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from lynchpin_world.feeds.feed import Entry, Line
from lynchpin_world.region import ADULT_AGE, Family, Person, Region

KEPT_UNTIL = 20  # rows about those who left school lately are still there


def young(region: Region, family: Family) -> list[Person]:
    """Pupils and younger, and those who left school so lately that rows about them are kept."""
    return [person for person in region.members(family) if person.age_on(region.as_at) < KEPT_UNTIL]


def adults(region: Region, family: Family) -> list[Person]:
    return [region.people[person_id] for person_id in family.adult_ids]


def parent(region: Region, family: Family) -> Person | None:
    """The adult an agency would ring about a child: the mother where there is one."""
    return min(adults(region, family), key=lambda adult: adult.sex, default=None)


def is_child(region: Region, person: Person) -> bool:
    return person.age_on(region.as_at) < ADULT_AGE


def age(region: Region, entry: Entry) -> int:
    """Whole years at the world's today."""
    return entry.person.age_on(region.as_at)


def september(as_at: date, years_ago: int) -> date:
    return date(as_at.year - (as_at.month < 9) - years_ago, 9, 8)


def around(day: date, rng: Random) -> date:
    return day + timedelta(days=rng.randrange(0, 40))


def before(day: date, rng: Random, nearest: int, farthest: int) -> date:
    return day - timedelta(days=rng.randrange(nearest, farthest))


def if_born(person: Person, on: date, *, youngest: int = 0, current: bool = False) -> Iterator[Line]:
    if person.age_on(on) >= youngest:
        yield person, on, current


def ago(region: Region, rng: Random, nearest: int, farthest: int) -> str:
    """A day so many days before today, as facts are written."""
    return before(region.as_at, rng, nearest, farthest).isoformat()


def yes_no(answer: bool) -> str:
    return "Y" if answer else "N"


def recorded(entry: Entry) -> str:
    return entry.written_on.isoformat()
