"""Who lives together: kinds of household, ages and sexes, twins, and where a family lived before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from lynchpin_world.region import Stay

# kind: weight; rough shares of households in the valleys, with more families with children than a census would have
KINDS = {
    "couple_with_children": 24,
    "separated": 9,
    "lone_parent": 9,
    "three_generations": 2,
    "couple": 27,
    "single": 29,
}
LARGEST = 8  # people in the largest household; below this many places left, only single people move in
SIBLINGS = {1: 40, 2: 40, 3: 15, 4: 5}
TWINS_SHARE = 0.016  # of births; above the true rate, because twins are what linkage gets wrong
HISTORY_YEARS = 7


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody about to be named: `part` is head, partner, child or grandparent."""

    part: str
    sex: str
    birth_date: date
    twin_of_previous: bool = False


def draw_kind(rng: Random, *, places_left: int) -> str:
    """`places_left` is how many more residents the region may hold."""
    if places_left <= LARGEST:
        return "single"
    return rng.choices(list(KINDS), list(KINDS.values()))[0]


def newcomers(rng: Random, kind: str, as_at: date) -> Iterator[Newcomer]:
    """The people of a new household, adults first; separated parents are given together."""
    head_age = _head_age(rng, kind)
    sex = "F" if kind == "lone_parent" and rng.random() < 0.85 else "M" if kind in PAIRED else rng.choice("FM")
    yield Newcomer("head", sex, born(rng, head_age, as_at))
    if kind in PAIRED:
        partner_age = max(18, head_age - rng.randrange(-2, 6))
        yield Newcomer("partner", "F", born(rng, partner_age, as_at))
    if kind == "three_generations":
        yield Newcomer("grandparent", rng.choice("FM"), born(rng, min(96, head_age + rng.randrange(21, 34)), as_at))
    if kind in WITH_CHILDREN:
        yield from _children(rng, head_age, as_at)


PAIRED = frozenset({"couple_with_children", "separated", "three_generations", "couple"})
WITH_CHILDREN = frozenset({"couple_with_children", "separated", "three_generations", "lone_parent"})


def _head_age(rng: Random, kind: str) -> int:
    return rng.randrange(22, 54) if kind in WITH_CHILDREN else int(rng.triangular(19, 94, 60))


def born(rng: Random, age: int, as_at: date) -> date:
    """A birth date that makes somebody `age` years old at `as_at`."""
    return as_at - timedelta(days=int(age * 365.25) + rng.randrange(1, 365))


def _children(rng: Random, head_age: int, as_at: date) -> Iterator[Newcomer]:
    how_many = rng.choices(list(SIBLINGS), list(SIBLINGS.values()))[0]
    youngest = rng.randrange(0, max(1, min(18, head_age - 19)))
    ages = sorted({youngest + 2 * step + rng.randrange(2) for step in range(how_many)})
    for age in (age for age in ages if age <= min(20, head_age - 16)):
        child = Newcomer("child", rng.choice("FM"), born(rng, age, as_at))
        yield child
        if rng.random() < TWINS_SHARE:
            yield Newcomer("child", child.sex if rng.random() < 0.67 else rng.choice("FM"), child.birth_date, True)


def draw_stays(
    rng: Random, home_id: str, earlier_homes: Iterator[str], *, strain: float, as_at: date
) -> tuple[Stay, ...]:
    """Where the family lived over the last seven years; strained families move more often."""
    usual_years = 9 - 6 * strain
    since = as_at - timedelta(days=20 + int(rng.expovariate(1 / (365 * usual_years))))
    stays = [Stay(home_id, since)]
    while stays[0].from_on > as_at.replace(year=as_at.year - HISTORY_YEARS):
        until = stays[0].from_on
        began = until - timedelta(days=90 + int(rng.expovariate(1 / (365 * usual_years))))
        stays.insert(0, Stay(next(earlier_homes), began, until))
    return tuple(stays)
