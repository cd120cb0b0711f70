"""Careers advisers and youth workers: those of sixteen to twenty-four, by tier of engagement, the earlier rows kept."""

from collections.abc import Iterator
from random import Random

from lynchpin_world.feeds.feed import Entry, Facts, Feed, Line
from lynchpin_world.feeds.writing import before, recorded
from lynchpin_world.region import Family, Region

AGES = range(16, 25)
FOLLOWED_AFTER_SCHOOL_SHARE = 0.5  # from nineteen on only some are still followed
FIFTH_TIER = 5  # in education, work or training; 1 is "not known" and 4 "at risk of leaving"


def lines(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    for person in region.members(family):
        years = person.age_on(region.as_at)
        if years in AGES and (years <= 18 or rng.random() < FOLLOWED_AFTER_SCHOOL_SHARE):
            yield person, before(region.as_at, rng, 0, 120), True
            if years > 16 and rng.random() < 0.4:
                yield person, before(region.as_at, rng, 150, 360), False


def evidence(region: Region, entry: Entry, rng: Random) -> Facts:
    tiers = (1, 2, 3, 4) if "young_out_of_work" in entry.family.needs else (4, *[FIFTH_TIER] * 15)
    return {"careers_tier": str(rng.choice(tiers)), "recorded_on": recorded(entry)}


FEED = Feed(
    name="careers",
    trust=0.6,
    prefix="CW",
    columns={
        "record_id": "client_id",
        "forename": "client_first_name",
        "surname": "client_last_name",
        "birth_date": "client_dob",
        "sex": "gender",
        "address": "client_address",
        "postcode": "client_postcode",
        "phone": "mobile",
        "email": "email",
        "nino": "ni_no",
        "upn": "upn",
        "updated_on": "last_reviewed",
    },
    facts={"careers_tier": "engagement_tier", "recorded_on": "tier_date"},
    lines=lines,
    evidence=evidence,
    rates={"upn_missing": 0.35, "upn_of_relative": 0.002, "nino_missing": 0.6, "known_as": 0.4, "phone_missing": 0.1},
)
