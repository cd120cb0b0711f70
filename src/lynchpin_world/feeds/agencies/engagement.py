"""The service's own: sessions, food bank, volunteering and what-matters conversations, as people gave their names."""

from collections.abc import Iterator
from random import Random

from lynchpin_world.feeds.feed import Entry, Facts, Feed, Line
from lynchpin_world.feeds.writing import ago, before, recorded, yes_no
from lynchpin_world.region import Family, Person, Region

COMING = frozenset({"crisis_help", "bereaved", "isolation"})
TAKING_PART = frozenset({"in_a_group", "volunteering", "moving_on"})
YOUNGEST = 11


def lines(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    share = 0.25 if family.needs & COMING or family.strengths & TAKING_PART else 0.02
    for person in region.members(family):
        if person.age_on(region.as_at) >= YOUNGEST and rng.random() < share:
            yield person, before(region.as_at, rng, 0, 75), True


def evidence(region: Region, entry: Entry, rng: Random) -> Facts:
    """What the person said and came to; nothing is written where nobody asked."""
    return {
        **_came_to(region, entry, rng),
        **_said(region, entry, rng),
        "goal_moved_up_on": _if(entry, "moving_on", ago(region, rng, 5, 110)),
        "recorded_on": recorded(entry),
    }


def _came_to(region: Region, entry: Entry, rng: Random) -> Facts:
    in_crisis, helps = "crisis_help" in entry.family.needs, "volunteering" in entry.family.strengths
    return {
        "crisis_help_uses": str(rng.choice((2, 2, 3, 4))) if in_crisis else "0",
        "last_crisis_help_on": ago(region, rng, 5, 170) if in_crisis else "",
        "last_group_on": _if(entry, "in_a_group", ago(region, rng, 3, 120)),
        "volunteer_hours": str(rng.choice((4, 6, 8, 12)) if helps else 0),
        "last_volunteered_on": ago(region, rng, 3, 80) if helps else "",
    }


def _said(region: Region, entry: Entry, rng: Random) -> Facts:
    needs, strengths = entry.family.needs, entry.family.strengths
    return {
        "socially_isolated": yes_no("isolation" in needs),
        "loss_reported_on": ago(region, rng, 20, 600) if "bereaved" in needs else "",
        "trusted_adult": yes_no("trusted_adult" in strengths) if _is_young(region, entry.person) else "",
        "people_to_turn_to": str(rng.choice((2, 3, 5)) if "support_network" in strengths else rng.choice((0, 1))),
        "in_work_since": _if(entry, "steady_work", ago(region, rng, 60, 2500)) if not entry.is_child else "",
        "wellbeing_improved": yes_no("feeling_better" in strengths),
        "wellbeing_measured_on": ago(region, rng, 5, 150),
    }


def _is_young(region: Region, person: Person) -> bool:
    return person.age_on(region.as_at) < 25


def _if(entry: Entry, strength: str, told: str) -> str:
    return told if strength in entry.family.strengths else ""


FEED = Feed(
    name="engagement",
    trust=0.55,
    prefix="EN",
    columns={
        "record_id": "attendee_ref",
        "forename": "forename",
        "surname": "surname",
        "birth_date": "date_of_birth",
        "sex": "sex",
        "address": "address",
        "postcode": "postcode",
        "phone": "phone",
        "email": "email",
        "updated_on": "updated",
    },
    facts={
        "crisis_help_uses": "food_bank_6m",
        "last_crisis_help_on": "food_bank_last",
        "last_group_on": "group_last",
        "volunteer_hours": "hours_3m",
        "last_volunteered_on": "hours_last",
        "socially_isolated": "says_isolated",
        "loss_reported_on": "loss_reported",
        "trusted_adult": "trusted_adult",
        "people_to_turn_to": "people_to_turn_to",
        "in_work_since": "working_since",
        "wellbeing_improved": "scale_improved",
        "wellbeing_measured_on": "scale_date",
        "goal_moved_up_on": "goal_moved_up",
        "recorded_on": "conversation_date",
    },
    lines=lines,
    evidence=evidence,
    rates={"known_as": 0.5, "birth_not_asked": 0.05, "phone_missing": 0.15, "email_missing": 0.5},
)
