"""Police notices: the adults and children that a notice names, told at the door, without any number."""

from collections.abc import Iterator
from random import Random

from lynchpin_world.feeds.feed import Entry, Facts, Feed, Line
from lynchpin_world.feeds.writing import before, if_born
from lynchpin_world.region import Family, Region

NOTICED = frozenset({"violence_at_home", "missing_episode"})
OTHERWISE_NAMED_SHARE = 0.002
NAMED_SHARE = 0.8  # of a household, those whom a notice names


def lines(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    """A notice or two; everybody it names has a row of that day, and only the latest counts."""
    if not (family.needs & NOTICED or rng.random() < OTHERWISE_NAMED_SHARE):
        return
    for notice in range(rng.choice((1, 1, 2))):
        on = before(region.as_at, rng, 10, 300) if notice == 0 else before(region.as_at, rng, 320, 720)
        for person in region.members(family):
            if rng.random() < NAMED_SHARE:
                yield from if_born(person, on, current=notice == 0)


def evidence(region: Region, entry: Entry, rng: Random) -> Facts:
    needs = entry.family.needs
    missing = "missing_episode" in needs and entry.is_child
    on = entry.written_on.isoformat()
    return {
        "abuse_notified_on": on if "violence_at_home" in needs else "",
        "missing_episodes": str(rng.choice((1, 1, 2)) if missing else 0) if entry.is_child else "",
        "last_missing_on": on if missing else "",
        "recorded_on": on,
    }


FEED = Feed(
    name="police",
    trust=0.4,
    prefix="PN",
    columns={
        "record_id": "notice_person",
        "forename": "given_name",
        "surname": "family_name",
        "birth_date": "dob",
        "sex": "sex",
        "address": "incident_address",
        "postcode": "incident_postcode",
        "phone": "telephone",
        "updated_on": "notice_date",
    },
    facts={
        "abuse_notified_on": "da_notice",
        "missing_episodes": "missing_12m",
        "last_missing_on": "missing_last",
        "recorded_on": "sent_on",
    },
    lines=lines,
    evidence=evidence,
    of_households=True,
    rates={
        "forename_slip": 0.06,
        "surname_slip": 0.06,
        "known_as": 0.5,
        "birth_missing": 0.05,
        "birth_digit_wrong": 0.03,
        "surname_of_household": 0.08,
        "postcode_missing": 0.1,
        "phone_missing": 0.6,
    },
)
