"""The substance misuse service: adults in treatment or referred, few and by NHS number."""

from collections.abc import Iterator
from random import Random

from lynchpin_world.feeds.feed import Entry, Facts, Feed, Line
from lynchpin_world.feeds.writing import adults, before, recorded, yes_no
from lynchpin_world.region import Family, Region

OTHERWISE_SHARE = 0.003


def lines(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    for adult in adults(region, family):
        share = 0.6 if "substance_use" in family.needs else OTHERWISE_SHARE
        if adult.age_on(region.as_at) < 75 and rng.random() < share:
            yield adult, before(region.as_at, rng, 0, 180), True


def evidence(region: Region, entry: Entry, rng: Random) -> Facts:
    """Told only of those who live with children: the agreement asks for no others."""
    return {
        "parent_in_treatment": yes_no(bool(entry.family.child_ids) and "substance_use" in entry.family.needs),
        "recorded_on": recorded(entry),
    }


FEED = Feed(
    name="substance_misuse",
    trust=0.6,
    prefix="SM",
    columns={
        "record_id": "episode_no",
        "forename": "client_forename",
        "surname": "client_surname",
        "birth_date": "client_dob",
        "sex": "client_sex",
        "postcode": "client_postcode",
        "phone": "client_phone",
        "nhs_number": "nhs_number",
        "updated_on": "reviewed_on",
    },
    facts={"parent_in_treatment": "parent_in_treatment", "recorded_on": "status_date"},
    lines=lines,
    evidence=evidence,
    rates={"nhs_number_missing": 0.12, "known_as": 0.5, "phone_missing": 0.3, "phone_replaced": 0.25},
)
