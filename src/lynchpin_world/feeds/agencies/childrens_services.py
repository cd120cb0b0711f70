"""Children's services: families once or now known, every episode naming the whole family."""

from collections.abc import Iterator
from random import Random

from lynchpin_world.feeds.feed import Entry, Facts, Feed, Line
from lynchpin_world.feeds.writing import age, ago, before, if_born, recorded, yes_no
from lynchpin_world.region import Family, Region

KNOWN_BY = frozenset({"statutory_closed", "statutory_open", "young_carer"})
OTHERWISE_KNOWN_SHARE = 0.12
EPISODES = (1, 1, 2, 2, 3)


def lines(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    known = bool(family.needs & KNOWN_BY) or rng.random() < OTHERWISE_KNOWN_SHARE
    if not (known and family.child_ids):
        return
    for episode in range(rng.choice(EPISODES)):
        on = before(region.as_at, rng, 20, 300) if episode == 0 else before(region.as_at, rng, 300, 2000)
        for person in region.members(family):
            yield from if_born(person, on, current=episode == 0)


def evidence(region: Region, entry: Entry, rng: Random) -> Facts:
    needs = entry.family.needs
    if not entry.is_child:
        return {"recorded_on": recorded(entry)}
    return {
        "closed_on": ago(region, rng, 30, 700) if "statutory_closed" in needs else "",
        "open_plan": yes_no("statutory_open" in needs),
        "young_carer": yes_no("young_carer" in needs and age(region, entry) >= 8),
        "recorded_on": recorded(entry),
    }


FEED = Feed(
    name="childrens_services",
    trust=0.7,
    prefix="CS",
    columns={
        "record_id": "involvement_id",
        "forename": "forename",
        "middle_names": "other_names",
        "surname": "surname",
        "birth_date": "dob",
        "sex": "gender",
        "address": "address",
        "postcode": "postcode",
        "phone": "phone",
        "nhs_number": "nhs_no",
        "upn": "upn",
        "updated_on": "modified",
    },
    facts={
        "closed_on": "involvement_end",
        "open_plan": "open_plan",
        "young_carer": "young_carer",
        "recorded_on": "recorded",
    },
    lines=lines,
    evidence=evidence,
    of_households=True,
    rates={"nhs_number_missing": 0.45, "nhs_number_of_relative": 0.003, "upn_missing": 0.40},
)
