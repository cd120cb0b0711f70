"""Addresses that many unrelated people share: care homes, refuges and a prison. Such a home is not a family."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from lynchpin_world import packs
from lynchpin_world.households import Newcomer, born, newcomers
from lynchpin_world.region import Home


@dataclass(frozen=True, slots=True)
class Institution:
    """A kind of shared address. `share` is of all residents, in households; `holds` is how many households one has."""

    kind: str
    share: float
    holds: int
    largest: int  # people in one of its households
    called: str


CARE_HOME = Institution("care_home", 0.004, 24, 1, "Care Home")
REFUGE = Institution("refuge", 0.0006, 6, 5, "House")
PRISON = Institution("prison", 0.0015, 60, 1, "Prison")
INSTITUTIONS = (CARE_HOME, REFUGE, PRISON)
SMALLEST_REGION = 600  # residents; a few streets have no such address


def households_in(institution: Institution, residents: int) -> int:
    """How many households of a region live in this kind of address."""
    return max(2, round(residents * institution.share)) if residents >= SMALLEST_REGION else 0


def places_kept(residents: int) -> int:
    """People to leave room for when the ordinary homes are filled."""
    return sum(one.largest * households_in(one, residents) for one in INSTITUTIONS)


def as_institution(home: Home, institution: Institution, rng: Random) -> Home:
    """The empty home as a shared address, which nobody rents and which goes by a name."""
    name = rng.choice(packs.rows("house_names"))["house_name"]
    return replace(home, house=f"{name} {institution.called},", tenure="institution", institution=institution.kind)


def people_of(institution: Institution, rng: Random, as_at: date) -> Iterator[Newcomer]:
    """One household there: somebody old, a mother with her children, or a man alone."""
    if institution is REFUGE:
        mother, *children = newcomers(rng, "lone_parent", as_at)
        yield from (replace(mother, sex="F"), *children[: REFUGE.largest - 1])
    elif institution is CARE_HOME:
        yield Newcomer("head", "F" if rng.random() < 0.65 else "M", born(rng, rng.randrange(74, 98), as_at))
    else:
        yield Newcomer("head", "M", born(rng, rng.randrange(19, 62), as_at))
