"""Landlords and housing options: social tenants' households, with lines kept from earlier tenancies; some others who once applied."""

from collections.abc import Iterator
from random import Random

from lynchpin_world.feeds.feed import Entry, Facts, Feed, Line
from lynchpin_world.feeds.writing import ago, before, if_born, recorded
from lynchpin_world.region import Family, Region

ONCE_APPLIED_SHARE = 0.25
EARLIER_LINES = (1, 1, 1, 2)


def lines(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    tenant = region.homes[family.home_id].tenure == "social" or "homelessness" in family.needs
    if not tenant and rng.random() > ONCE_APPLIED_SHARE:
        return
    for person in region.members(family):
        if tenant:
            yield from if_born(person, before(region.as_at, rng, 0, 200), current=True)
        for _ in range(rng.choice(EARLIER_LINES)):
            yield from if_born(person, before(region.as_at, rng, 300, 2200))


def evidence(region: Region, entry: Entry, rng: Random) -> Facts:
    needs = entry.family.needs
    arrears = rng.randrange(8, 26) if "rent_arrears" in needs else rng.choice((0, 0, 0, 0, 1, 2, 4))
    moves = rng.choice((2, 2, 3)) if "many_moves" in needs else _moves(region, entry)
    return {
        "arrears_weeks": str(arrears),
        "notice_served_on": ago(region, rng, 10, 150) if arrears > 16 else "",
        "homeless_on": ago(region, rng, 20, 360) if "homelessness" in needs else "",
        "moves": str(moves),
        "last_move_on": ago(region, rng, 10, 200) if "many_moves" in needs else "",
        "tenancy_started_on": entry.family.stays[-1].from_on.isoformat(),
        "recorded_on": recorded(entry),
    }


def _moves(region: Region, entry: Entry) -> int:
    return sum((region.as_at - stay.from_on).days <= 365 for stay in entry.family.stays)


FEED = Feed(
    name="housing",
    trust=0.9,
    prefix="HS",
    columns={
        "record_id": "household_member_id",
        "forename": "first_name",
        "surname": "last_name",
        "birth_date": "date_of_birth",
        "sex": "sex",
        "address": "property_address",
        "postcode": "property_postcode",
        "uprn": "uprn",
        "phone": "telephone",
        "email": "email_address",
        "nino": "ni_number",
        "updated_on": "amended",
    },
    facts={
        "arrears_weeks": "rent_arrears_weeks",
        "notice_served_on": "notice_date",
        "homeless_on": "homeless_accepted",
        "moves": "moves_12m",
        "last_move_on": "last_move",
        "tenancy_started_on": "tenancy_start",
        "recorded_on": "snapshot_date",
    },
    lines=lines,
    evidence=evidence,
    of_households=True,
    rates={"uprn_missing": 0.10, "nino_missing": 0.45, "nino_of_relative": 0.0006, "birth_not_asked": 0.03},
)
