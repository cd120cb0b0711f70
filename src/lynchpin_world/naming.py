"""Names as the valleys give them: Welsh and English forenames that drift by decade, and few, common surnames."""

from bisect import bisect
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import exp
from random import Random

from lynchpin_world import packs

FASHION_YEARS = 14  # how fast a forename comes and goes; our own estimate
LOCAL = frozenset({"valleys", "english", "irish", "italian-valleys", "double-barrelled", "patronymic"})
WELSH_FORENAME_SHARE = {True: 0.75, False: 0.33}  # by whether the family speaks Welsh
OWN_TRADITION_SHARE = 0.75  # families of other traditions who choose a forename from it


@dataclass(frozen=True, slots=True)
class Weighted:
    """Things to draw by weight."""

    things: tuple[str, ...]
    reach: tuple[float, ...]

    def draw(self, rng: Random) -> str:
        return self.things[bisect(self.reach, rng.random() * self.reach[-1])]


def weighted(pairs: list[tuple[str, float]]) -> Weighted:
    return Weighted(tuple(thing for thing, _ in pairs), tuple(accumulate(weight for _, weight in pairs)))


@cache
def forenames(sex: str, tradition: str, decade: int) -> Weighted:
    """Forenames of a tradition, weighted by how near their fashion was to the decade."""
    return weighted(
        [
            (row["forename"], float(row["weight"]) * _in_fashion(int(row["peak_birth_year"]), decade))
            for row in packs.rows("forenames")
            if row["sex"] == sex and row["tradition"] == tradition
        ]
    )


def _in_fashion(peak: int, decade: int) -> float:
    return 0.02 + exp(-(((decade + 5 - peak) / FASHION_YEARS) ** 2))


@cache
def surnames() -> Weighted:
    return weighted([(row["surname"], float(row["weight"])) for row in packs.rows("surnames")])


@cache
def traditions() -> dict[str, str]:
    return {row["surname"]: row["tradition"] for row in packs.rows("surnames")}


@dataclass(frozen=True, slots=True)
class Cradle:
    """What parents' choice of a forename hangs on."""

    sex: str
    birth_year: int
    tradition: str
    speaks_welsh: bool


def draw_forename(rng: Random, cradle: Cradle) -> str:
    decade = cradle.birth_year // 10 * 10
    if cradle.tradition not in LOCAL and rng.random() < OWN_TRADITION_SHARE:
        return forenames(cradle.sex, cradle.tradition, decade).draw(rng)
    local = "welsh" if rng.random() < WELSH_FORENAME_SHARE[cradle.speaks_welsh] else "english"
    return forenames(cradle.sex, local, decade).draw(rng)


def draw_twin_forename(rng: Random, first: str, cradle: Cradle) -> str:
    """A twin's forename: about half of parents keep the first letter, which is what makes twins hard to tell apart."""
    drawn = [draw_forename(rng, cradle) for _ in range(30)]
    others = [name for name in drawn if name != first] or [f"{first}-Rose"]
    alike = [name for name in others if name[0] == first[0]]
    return alike[0] if alike and rng.random() < 0.5 else others[0]


def known_as(rng: Random, forename: str) -> str:
    """Another name the person goes by, if the packs know one."""
    others = packs.other_forenames().get(forename)
    return rng.choice(others) if others else ""
