"""Adult education and other providers: who completed a course, as they signed in."""

from collections.abc import Iterator
from random import Random

from lynchpin_world.feeds.feed import Entry, Facts, Feed, Line
from lynchpin_world.feeds.writing import adults, before, recorded
from lynchpin_world.region import Family, Region

LEARNING_SHARE, OTHERWISE_SHARE = 0.55, 0.015


def lines(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    for adult in adults(region, family):
        share = LEARNING_SHARE if "learning" in family.strengths else OTHERWISE_SHARE
        if adult.age_on(region.as_at) < 80 and rng.random() < share:
            yield adult, before(region.as_at, rng, 5, 330), True


def evidence(region: Region, entry: Entry, rng: Random) -> Facts:
    return {"course_completed_on": recorded(entry), "recorded_on": recorded(entry)}


FEED = Feed(
    name="providers",
    trust=0.5,
    prefix="PV",
    columns={
        "record_id": "learner_course",
        "forename": "learner_first_name",
        "surname": "learner_last_name",
        "birth_date": "learner_dob",
        "sex": "learner_gender",
        "address": "learner_address",
        "postcode": "learner_postcode",
        "phone": "learner_mobile",
        "email": "learner_email",
        "updated_on": "record_date",
    },
    facts={"course_completed_on": "completed_on", "recorded_on": "return_date"},
    lines=lines,
    evidence=evidence,
    rates={"known_as": 0.5, "email_missing": 0.2, "birth_not_asked": 0.03},
)
