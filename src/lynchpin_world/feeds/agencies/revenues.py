"""Revenues and benefits: every household's liable adults with earlier accounts; children too where a benefit counts them."""

from collections.abc import Iterator
from random import Random

from lynchpin_world.feeds.feed import Entry, Facts, Feed, Line
from lynchpin_world.feeds.writing import adults, ago, before, if_born, recorded, young
from lynchpin_world.region import ADULT_AGE, Family, Region

COUNTED_FOR_A_BENEFIT_SHARE = 0.15
EARLIER_ACCOUNTS = (1, 1, 1, 2)


def lines(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    if region.homes[family.home_id].institution:
        return
    for adult in adults(region, family):
        yield adult, before(region.as_at, rng, 0, 210), True
        for _ in range(rng.choice(EARLIER_ACCOUNTS)):
            yield from if_born(adult, before(region.as_at, rng, 250, 2400), youngest=ADULT_AGE)
    if "low_income" in family.needs or rng.random() < COUNTED_FOR_A_BENEFIT_SHARE:
        for child in young(region, family):
            yield from if_born(child, before(region.as_at, rng, 0, 210), current=True)
            yield from if_born(child, before(region.as_at, rng, 250, 1500))


def evidence(region: Region, entry: Entry, rng: Random) -> Facts:
    behind = "council_tax_arrears" in entry.family.needs and not entry.is_child
    return {
        "missed_instalments": "" if entry.is_child else _missed(rng, behind=behind),
        "reminder_on": ago(region, rng, 15, 320) if behind else "",
        "free_meals": "EFSM" if entry.is_child and "low_income" in entry.family.needs else "",
        "recorded_on": recorded(entry),
    }


def _missed(rng: Random, *, behind: bool) -> str:
    return str(rng.randrange(2, 6) if behind else rng.choice((0, 0, 0, 1)))


FEED = Feed(
    name="revenues",
    trust=0.95,
    prefix="RV",
    columns={
        "record_id": "account_line",
        "forename": "given_names",
        "surname": "family_name",
        "birth_date": "birth_dt",
        "address": "chargeable_address",
        "postcode": "pcode",
        "uprn": "uprn",
        "phone": "phone_1",
        "email": "e_mail",
        "nino": "nino",
        "updated_on": "changed_on",
    },
    facts={
        "missed_instalments": "instalments_missed",
        "reminder_on": "reminder_issued",
        "free_meals": "fsm_award",
        "recorded_on": "extract_date",
    },
    lines=lines,
    evidence=evidence,
    of_households=True,
    rates={
        "uprn_missing": 0.04,
        "nino_missing": 0.25,
        "nino_of_relative": 0.0008,
        "birth_not_asked": 0.06,
        "initial_only": 0.01,
        "upper_case": 0.85,
        "marks_dropped": 0.90,
        "stale_address": 0.02,
    },
)
