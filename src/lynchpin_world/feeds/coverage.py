"""Who appears in which extract, and when: feeds keep earlier years' rows, and parents stand beside their children."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from lynchpin_world.region import Family, Person, Region

SCHOOL_AGE = 3
SCHOOL_LEAVING_AGE = 18
HEALTH_VISITING_UNTIL = 5
HEALTH_VISITING_KEPT_UNTIL = 11


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that an agency wrote about somebody on a day. The `current` line of a feed may carry facts."""

    person: Person
    family: Family
    written_on: date
    current: bool
    is_child: bool
    parent: Person | None


def entries(region: Region, feed: str, family: Family, rng: Random) -> Iterator[Entry]:
    """Every line the feed holds about the family."""
    for person, written_on, current in WRITTEN_BY[feed](region, family, rng):
        is_child = person.age_on(region.as_at) < SCHOOL_LEAVING_AGE
        yield Entry(person, family, written_on, current, is_child, _parent(region, family) if is_child else None)


def _parent(region: Region, family: Family) -> Person | None:
    """The adult an agency would ring about a child: the mother where there is one."""
    adults = sorted(_adults(region, family), key=lambda adult: adult.sex)
    return adults[0] if adults else None


Line = tuple[Person, date, bool]


def _education(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    """A line a pupil for each school year kept, and their parents as contacts."""
    for child in _young(region, family):
        for years_ago in range(3):
            on = _around(_september(region.as_at, years_ago), rng)
            if SCHOOL_AGE <= child.age_on(on) < SCHOOL_LEAVING_AGE:
                yield child, on, years_ago == 0
    if any(region.people[child].age_on(region.as_at) >= SCHOOL_AGE for child in family.child_ids):
        for adult in _adults(region, family):
            for years_ago in range(rng.choice((1, 1, 2))):
                yield adult, _around(_september(region.as_at, years_ago), rng), False


def _housing(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    """Social tenants' households, with lines kept from earlier tenancies; some others who once applied."""
    tenant = region.homes[family.home_id].tenure == "social" or "homelessness" in family.needs
    if not tenant and rng.random() > 0.25:
        return
    for person in region.members(family):
        if tenant:
            yield from _if_born(person, _before(region.as_at, rng, 0, 200), current=True)
        for _ in range(rng.choice((1, 1, 2))):
            yield from _if_born(person, _before(region.as_at, rng, 300, 2200))


def _revenues(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    """Every household's liable adults with earlier accounts; children too where a benefit counts them."""
    for adult in _adults(region, family):
        yield adult, _before(region.as_at, rng, 0, 210), True
        for _ in range(rng.choice((1, 1, 1, 2))):
            yield from _if_born(adult, _before(region.as_at, rng, 250, 2400), youngest=18)
    if "low_income" in family.needs or rng.random() < 0.15:
        for child in _young(region, family):
            yield from _if_born(child, _before(region.as_at, rng, 0, 210), current=True)
            yield from _if_born(child, _before(region.as_at, rng, 250, 1500))


def _childrens_services(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    """Families once or now known, every episode naming the whole family."""
    known = bool(family.needs & {"statutory_closed", "statutory_open", "young_carer"}) or rng.random() < 0.12
    if not (known and family.child_ids):
        return
    for episode in range(rng.choice((1, 2, 3))):
        on = _before(region.as_at, rng, 20, 300) if episode == 0 else _before(region.as_at, rng, 300, 2000)
        for person in region.members(family):
            yield from _if_born(person, on, current=episode == 0)


def _health_visiting(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    """Contacts in a child's first years, kept for some years after, and the parent seen with them."""
    seen = [child for child in _young(region, family) if child.age_on(region.as_at) <= HEALTH_VISITING_KEPT_UNTIL]
    for child in seen:
        last = min(region.as_at, child.birth_date + timedelta(days=365 * HEALTH_VISITING_UNTIL))
        span = max(1, (last - child.birth_date).days)
        days = sorted(rng.randrange(span) for _ in range(rng.choice((2, 3, 3, 4))))
        for place, day in enumerate(days, start=1):
            yield child, child.birth_date + timedelta(days=day), place == len(days)
    mothers = [adult for adult in _adults(region, family) if adult.sex == "F"][:1] if seen else []
    for mother in mothers:
        for child in seen[:2]:
            yield mother, min(region.as_at, child.birth_date + timedelta(days=rng.randrange(10, 60))), False


WRITTEN_BY = {
    "education": _education,
    "housing": _housing,
    "revenues": _revenues,
    "childrens_services": _childrens_services,
    "health_visiting": _health_visiting,
}


def _young(region: Region, family: Family) -> list[Person]:
    """Pupils and younger, and those who left school so lately that rows about them are kept."""
    return [person for person in region.members(family) if person.age_on(region.as_at) < 20]


def _adults(region: Region, family: Family) -> Iterator[Person]:
    return (region.people[person_id] for person_id in family.adult_ids)


def _september(as_at: date, years_ago: int) -> date:
    return date(as_at.year - (as_at.month < 9) - years_ago, 9, 8)


def _around(day: date, rng: Random) -> date:
    return day + timedelta(days=rng.randrange(0, 40))


def _before(day: date, rng: Random, nearest: int, farthest: int) -> date:
    return day - timedelta(days=rng.randrange(nearest, farthest))


def _if_born(person: Person, on: date, *, youngest: int = 0, current: bool = False) -> Iterator[Line]:
    if person.age_on(on) >= youngest:
        yield person, on, current
