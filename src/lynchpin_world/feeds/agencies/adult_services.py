"""Adult services' single point of access: older people, those who are cared for or alone, and everybody in a care home."""

from collections.abc import Iterator
from random import Random

from lynchpin_world.feeds.feed import Entry, Facts, Feed, Line
from lynchpin_world.feeds.writing import adults, before, if_born, recorded, yes_no
from lynchpin_world.region import ADULT_AGE, Family, Region

OLD = 75
KNOWN_SHARE, KNOWN_WHEN_OLD, KNOWN_WHEN_IN_NEED = 0.015, 0.30, 0.35


def lines(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    in_care = region.homes[family.home_id].institution == "care_home"
    share = KNOWN_WHEN_IN_NEED if family.needs & {"isolation", "caring_for_adult"} else KNOWN_SHARE
    for adult in adults(region, family):
        chance = max(share, KNOWN_WHEN_OLD) if adult.age_on(region.as_at) >= OLD else share
        if in_care or rng.random() < chance:
            yield adult, before(region.as_at, rng, 0, 240), True
            if in_care or rng.random() < 0.4:
                yield from if_born(adult, before(region.as_at, rng, 260, 1500), youngest=ADULT_AGE)


def evidence(region: Region, entry: Entry, rng: Random) -> Facts:
    return {"socially_isolated": yes_no("isolation" in entry.family.needs), "recorded_on": recorded(entry)}


FEED = Feed(
    name="adult_services",
    trust=0.75,
    prefix="AS",
    columns={
        "record_id": "person_ref",
        "forename": "first_names",
        "surname": "surname",
        "birth_date": "birth_date",
        "sex": "gender",
        "address": "current_address",
        "postcode": "current_postcode",
        "uprn": "uprn",
        "phone": "contact_number",
        "nhs_number": "nhs_number",
        "updated_on": "last_amended",
    },
    facts={"socially_isolated": "lives_isolated", "recorded_on": "contact_on"},
    lines=lines,
    evidence=evidence,
    rates={"nhs_number_missing": 0.3, "nhs_number_of_relative": 0.002, "uprn_missing": 0.15},
)
