"""School nursing and counselling: pupils referred to a counsellor or to the single point of access for well-being."""

from collections.abc import Iterator
from random import Random

from lynchpin_world.feeds.feed import Entry, Facts, Feed, Line
from lynchpin_world.feeds.writing import ago, before, is_child, recorded, yes_no
from lynchpin_world.region import Family, Region

YOUNGEST = 5


def lines(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    share = 0.6 if "child_distress" in family.needs else 0.03
    for person in region.members(family):
        if is_child(region, person) and person.age_on(region.as_at) >= YOUNGEST and rng.random() < share:
            yield person, before(region.as_at, rng, 5, 400), True


def evidence(region: Region, entry: Entry, rng: Random) -> Facts:
    return {
        "wellbeing_referred_on": recorded(entry) if "child_distress" in entry.family.needs else "",
        "loss_reported_on": ago(region, rng, 20, 600) if "bereaved" in entry.family.needs else "",
        "trusted_adult": yes_no("trusted_adult" in entry.family.strengths),
        "recorded_on": recorded(entry),
    }


FEED = Feed(
    name="school_health",
    trust=0.7,
    prefix="SH",
    columns={
        "record_id": "contact_no",
        "forename": "pupil_forename",
        "middle_names": "pupil_other_names",
        "surname": "pupil_surname",
        "birth_date": "pupil_dob",
        "sex": "pupil_sex",
        "address": "pupil_address",
        "postcode": "pupil_postcode",
        "phone": "parent_tel",
        "nhs_number": "nhs_number",
        "updated_on": "contact_updated",
    },
    facts={
        "wellbeing_referred_on": "spoa_referral",
        "loss_reported_on": "loss_reported",
        "trusted_adult": "names_trusted_adult",
        "recorded_on": "seen_on",
    },
    lines=lines,
    evidence=evidence,
    rates={"nhs_number_missing": 0.15, "nhs_number_of_relative": 0.003},
)
