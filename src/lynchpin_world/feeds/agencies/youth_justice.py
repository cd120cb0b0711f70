"""Youth justice: children referred for prevention or after anti-social behaviour, never for an offence."""

from collections.abc import Iterator
from random import Random

from lynchpin_world.feeds.feed import Entry, Facts, Feed, Line
from lynchpin_world.feeds.writing import before, is_child, recorded
from lynchpin_world.region import Family, Region

YOUNGEST = 10


def lines(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    share = 0.7 if "anti_social_behaviour" in family.needs else 0.004
    for person in region.members(family):
        if is_child(region, person) and person.age_on(region.as_at) >= YOUNGEST and rng.random() < share:
            yield person, before(region.as_at, rng, 10, 600), True


def evidence(region: Region, entry: Entry, rng: Random) -> Facts:
    referred = recorded(entry) if "anti_social_behaviour" in entry.family.needs else ""
    return {"prevention_referred_on": referred, "recorded_on": recorded(entry)}


FEED = Feed(
    name="youth_justice",
    trust=0.55,
    prefix="YJ",
    columns={
        "record_id": "referral_no",
        "forename": "yp_forename",
        "surname": "yp_surname",
        "birth_date": "yp_dob",
        "sex": "yp_gender",
        "address": "yp_address",
        "postcode": "yp_postcode",
        "phone": "parent_phone",
        "upn": "yp_upn",
        "updated_on": "referral_updated",
    },
    facts={"prevention_referred_on": "prevention_referral", "recorded_on": "referral_date"},
    lines=lines,
    evidence=evidence,
    rates={"upn_missing": 0.5, "known_as": 0.5, "birth_digit_wrong": 0.02},
)
