"""Health visitors: contacts in a child's first years, kept for some years after, and the parent seen with them."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from lynchpin_world.feeds.feed import Entry, Facts, Feed, Line
from lynchpin_world.feeds.writing import adults, age, ago, recorded, yes_no, young
from lynchpin_world.region import Family, Person, Region

UNTIL_AGE, KEPT_UNTIL_AGE = 5, 11
CONTACTS = (2, 2, 3)


def lines(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    seen = [child for child in young(region, family) if child.age_on(region.as_at) <= KEPT_UNTIL_AGE]
    for child in seen:
        yield from _contacts(region, child, rng)
    mothers = [adult for adult in adults(region, family) if adult.sex == "F"][:1] if seen else []
    for mother in mothers:
        for place, child in enumerate(seen[:2]):
            on = min(region.as_at, child.birth_date + timedelta(days=rng.randrange(10, 60)))
            yield mother, on, place == 0 and child.age_on(region.as_at) <= UNTIL_AGE


def _contacts(region: Region, child: Person, rng: Random) -> Iterator[Line]:
    last = min(region.as_at, child.birth_date + timedelta(days=365 * UNTIL_AGE))
    span = max(1, (last - child.birth_date).days)
    days = sorted(rng.randrange(span) for _ in range(rng.choice(CONTACTS)))
    for place, day in enumerate(days, start=1):
        yield child, child.birth_date + timedelta(days=day), place == len(days)


def evidence(region: Region, entry: Entry, rng: Random) -> Facts:
    """Contacts of the child; of the parent, whether the visitor or the parent said that spirits were low."""
    if not entry.is_child:
        return {"parent_wellbeing_need": yes_no("low_mood" in entry.family.needs), "recorded_on": recorded(entry)}
    if age(region, entry) > UNTIL_AGE:
        return {}
    missed = "missed_health_contacts" in entry.family.needs
    return {
        "contacts_missed": str(rng.choice((2, 2, 3, 4)) if missed else rng.choice((0, 0, 0, 1))),
        "last_missed_on": ago(region, rng, 20, 500) if missed else "",
        "contacts_complete": yes_no(not missed and "health_contacts_complete" in entry.family.strengths),
        "recorded_on": recorded(entry),
    }


FEED = Feed(
    name="health_visiting",
    trust=0.85,
    prefix="HV",
    columns={
        "record_id": "contact_ref",
        "forename": "pat_forename",
        "middle_names": "pat_middle_names",
        "surname": "pat_surname",
        "birth_date": "pat_dob",
        "sex": "pat_sex",
        "address": "pat_address",
        "postcode": "pat_postcode",
        "phone": "pat_mobile",
        "email": "pat_email",
        "nhs_number": "nhs_number",
        "updated_on": "record_updated",
    },
    facts={
        "contacts_missed": "hcwp_missed",
        "last_missed_on": "hcwp_last_missed",
        "contacts_complete": "hcwp_complete",
        "parent_wellbeing_need": "parent_wellbeing_flag",
        "recorded_on": "contact_date",
    },
    lines=lines,
    evidence=evidence,
    rates={"nhs_number_missing": 0.05, "nhs_number_of_relative": 0.002, "surname_of_household": 0.10},
)
