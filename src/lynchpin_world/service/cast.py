"""Who comes to the service: people with something on their minds, mostly from the clusters, some from outside."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from lynchpin_world.region import Area, Family, Person, Region

TOPIC_OF_NEED = {
    "low_income": "money",
    "council_tax_arrears": "money",
    "rent_arrears": "home",
    "homelessness": "home",
    "many_moves": "home",
    "absence": "school",
    "exclusion": "school",
    "school_moves": "school",
    "falling_behind": "school",
    "young_carer": "caring",
    "caring_for_adult": "caring",
    "missed_health_contacts": "early_years",
    "isolation": "company",
    "out_of_work": "work",
    "low_mood": "mood",
}
NEEDS_A_PUPIL = frozenset({"absence", "exclusion", "school_moves", "falling_behind", "young_carer"})
YOUNGEST = 16  # the person a story is about; children come with their parents
OUTSIDE_CLUSTERS_SHARE = 0.15
SERVED_COUNCIL = (
    "W06000016"  # Rhondda Cynon Taf, whose clusters the service works in; Merthyr Tydfil's are not among them
)


@dataclass(frozen=True, slots=True)
class Lead:
    """Whom a story is about, and what it is about (one to three topics)."""

    person: Person
    family: Family
    topics: tuple[str, ...]


def cast(region: Region, count: int, starting: date, rng: Random) -> list[Lead]:
    """Up to `count` leads, one a family, all old enough at `starting`, in an order of chance."""
    found = list(_leads(region, starting, rng))
    rng.shuffle(found)
    inside = [lead for lead in found if _is_served(region.homes[lead.family.home_id].area)]
    outside = [lead for lead in found if not _is_served(region.homes[lead.family.home_id].area)]
    beyond = round(count * OUTSIDE_CLUSTERS_SHARE)
    chosen = inside[: count - beyond] + outside[:beyond]
    rng.shuffle(chosen)
    return chosen


def _is_served(area: Area) -> bool:
    return bool(area.cluster) and area.authority == SERVED_COUNCIL


def _leads(region: Region, starting: date, rng: Random) -> Iterator[Lead]:
    for family in region.families.values():
        topics = _topics(region, family, rng)
        adults = [region.people[person_id] for person_id in family.adult_ids]
        able = [adult for adult in adults if adult.age_on(starting) >= YOUNGEST]
        at_home = not region.homes[family.home_id].institution
        if topics and able and at_home and "statutory_open" not in family.needs:
            yield Lead(rng.choice(able), family, topics)


def _topics(region: Region, family: Family, rng: Random) -> tuple[str, ...]:
    """What weighs most, in an order of chance; school and early years only where a child is of that age."""
    ages = [region.people[child].age_on(region.as_at) for child in family.child_ids]
    needs = sorted(family.needs & TOPIC_OF_NEED.keys())
    if not any(age >= 5 for age in ages):
        needs = [need for need in needs if need not in NEEDS_A_PUPIL]
    if not any(age <= 4 for age in ages):
        needs = [need for need in needs if need != "missed_health_contacts"]
    rng.shuffle(needs)
    return tuple(dict.fromkeys(TOPIC_OF_NEED[need] for need in needs))[:3]
