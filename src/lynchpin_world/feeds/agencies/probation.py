"""Probation and prison family work: those inside and on licence, and the families that are told of it."""

from collections.abc import Iterator
from random import Random

from lynchpin_world.feeds.feed import Entry, Facts, Feed, Line
from lynchpin_world.feeds.writing import adults, before, is_child, recorded, yes_no
from lynchpin_world.region import Family, Region

ON_LICENCE_SHARE = 0.002


def lines(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    """Everybody in a prison; a few adults on licence; the children of a family that has a parent inside."""
    inside = region.homes[family.home_id].institution == "prison"
    for adult in adults(region, family):
        if inside or rng.random() < ON_LICENCE_SHARE:
            yield adult, before(region.as_at, rng, 0, 150), True
    if "parent_in_prison" in family.needs:
        on = before(region.as_at, rng, 20, 400)
        for person in region.members(family):
            if is_child(region, person) and person.birth_date <= on:
                yield person, on, True


def evidence(region: Region, entry: Entry, rng: Random) -> Facts:
    told = yes_no("parent_in_prison" in entry.family.needs) if entry.is_child else ""
    return {"parent_in_prison": told, "recorded_on": recorded(entry)}


FEED = Feed(
    name="probation",
    trust=0.5,
    prefix="PB",
    columns={
        "record_id": "family_notice",
        "forename": "first_name",
        "surname": "surname",
        "birth_date": "dob",
        "sex": "sex",
        "address": "address",
        "postcode": "postcode",
        "updated_on": "notified",
    },
    facts={"parent_in_prison": "parent_in_custody", "recorded_on": "notice_date"},
    lines=lines,
    evidence=evidence,
    rates={"known_as": 0.4, "birth_missing": 0.03, "postcode_missing": 0.08},
)
