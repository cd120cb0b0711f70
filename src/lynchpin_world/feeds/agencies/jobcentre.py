"""The Jobcentre's share: adults of working age who claim, or who lately found work."""

from collections.abc import Iterator
from random import Random

from lynchpin_world.feeds.feed import Entry, Facts, Feed, Line
from lynchpin_world.feeds.writing import adults, ago, before, if_born, recorded
from lynchpin_world.region import ADULT_AGE, Family, Region

PENSION_AGE = 67
CLAIMING = frozenset({"low_income", "out_of_work", "benefit_shock"})
CLAIMING_SHARE, OTHERWISE_SHARE = 0.7, 0.04


def lines(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    share = CLAIMING_SHARE if family.needs & CLAIMING else OTHERWISE_SHARE
    for adult in adults(region, family):
        if adult.age_on(region.as_at) < PENSION_AGE and rng.random() < share:
            yield adult, before(region.as_at, rng, 0, 90), True
            if rng.random() < 0.25:
                yield from if_born(adult, before(region.as_at, rng, 120, 700), youngest=ADULT_AGE)


def evidence(region: Region, entry: Entry, rng: Random) -> Facts:
    works = "steady_work" in entry.family.strengths and "out_of_work" not in entry.family.needs
    return {
        "benefit_changed_on": ago(region, rng, 10, 500) if "benefit_shock" in entry.family.needs else "",
        "in_work_since": ago(region, rng, 60, 2500) if works else "",
        "recorded_on": recorded(entry),
    }


FEED = Feed(
    name="jobcentre",
    trust=0.85,
    prefix="JC",
    columns={
        "record_id": "share_line",
        "forename": "forenames",
        "surname": "surname",
        "birth_date": "dob",
        "sex": "sex",
        "postcode": "postcode",
        "nino": "nino",
        "updated_on": "as_of",
    },
    facts={"benefit_changed_on": "award_change_date", "in_work_since": "employed_from", "recorded_on": "share_date"},
    lines=lines,
    evidence=evidence,
    rates={
        "nino_missing": 0.01,
        "nino_of_relative": 0.0006,
        "upper_case": 0.95,
        "marks_dropped": 0.95,
        "known_as": 0.05,
    },
)
