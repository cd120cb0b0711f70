"""What was found when families were asked later: the need that a score would have to foresee, known only of those who were asked.

Need follows from strain and from what weighs on the family, recorded by an agency or not, and from much that nobody records; so points made
of agencies' records tell something of it and far from everything. The numbers are ours, for a plausible difficulty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from random import Random

from lynchpin_world.region import Family, Region

ASKED_SHARE = 0.75  # of families; the others were never reached
BASE, OF_STRAIN, OF_EACH_NEED, UNRECORDED = -3.0, 2.6, 0.22, 1.0  # log odds; the last is a standard deviation
LIKELIEST = 0.55  # even of families in most trouble nearly half manage, or say that they do
SOONEST_DAYS, LATEST_DAYS = 14, 300


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One family that was asked after the world's today, and whether it then needed help."""

    family_id: str
    on: date
    confirmed: bool


def follow_ups(region: Region) -> Iterator[FollowUp]:
    """In the order of the region's families; from a chance of its own, so that nothing else changes with it."""
    rng = Random(f"lynchpin-world/{region.seed}/following up")
    for family in region.families.values():
        asked, on = rng.random() < ASKED_SHARE, region.as_at + timedelta(days=rng.randrange(SOONEST_DAYS, LATEST_DAYS))
        confirmed = rng.random() < _chance(family, rng)
        if asked:
            yield FollowUp(family.family_id, on, confirmed)


def fifths(region: Region) -> dict[str, int]:
    """Each postcode's fifth of areas, 1 with the most families of low income: invented, and no official rank of any place."""
    families = Counter(_areas(region, region.families.values()))
    poor = Counter(_areas(region, (one for one in region.families.values() if "low_income" in one.needs)))
    ranked = sorted(families, key=lambda area: (-poor[area] / families[area], area))
    fifth = {area: place * 5 // len(ranked) + 1 for place, area in enumerate(ranked)}
    return {home.postcode: fifth[home.area.code] for home in region.homes.values() if home.area.code in fifth}


def _chance(family: Family, rng: Random) -> float:
    odds = BASE + OF_STRAIN * family.strain + OF_EACH_NEED * len(family.needs) + rng.gauss(0, UNRECORDED)
    return LIKELIEST / (1 + exp(-odds))


def _areas(region: Region, families: Iterable[Family]) -> Iterator[str]:
    return (region.homes[family.home_id].area.code for family in families)
