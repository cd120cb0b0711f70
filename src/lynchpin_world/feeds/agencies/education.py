"""Schools: a line a pupil for each school year kept, and their parents as contacts."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from lynchpin_world.feeds.feed import Entry, Facts, Feed, Line
from lynchpin_world.feeds.writing import adults, age, ago, around, september, yes_no, young
from lynchpin_world.region import Family, Region

SCHOOL_AGE, LEAVING_AGE = 3, 18
TERM_ENDED_BEFORE_DAYS = 9  # the half term before the world's today
YEARS_KEPT = (2, 2, 3)


def lines(region: Region, family: Family, rng: Random) -> Iterator[Line]:
    """A line a pupil for each school year kept, and their parents as contacts."""
    for child in young(region, family):
        for years_ago in range(rng.choice(YEARS_KEPT)):
            on = around(september(region.as_at, years_ago), rng)
            if SCHOOL_AGE <= child.age_on(on) < LEAVING_AGE:
                yield child, on, years_ago == 0
    if any(region.people[child].age_on(region.as_at) >= SCHOOL_AGE for child in family.child_ids):
        for adult in adults(region, family):
            yield adult, around(september(region.as_at, rng.choice((0, 0, 1))), rng), False


def evidence(region: Region, entry: Entry, rng: Random) -> Facts:
    needs = entry.family.needs
    excluded = "exclusion" in needs and age(region, entry) >= 7
    moved = "school_moves" in needs and age(region, entry) > SCHOOL_AGE
    return {
        "attendance": _attendance(entry, rng),
        "attendance_previous": _attendance(entry, rng),
        "exclusions": str(rng.choice((1, 1, 2, 3)) if excluded else 0),
        "last_exclusion_on": ago(region, rng, 10, 350) if excluded else "",
        "school_moves": str(rng.choice((2, 2, 3)) if moved else rng.choice((0, 0, 0, 0, 1))),
        "last_school_move_on": ago(region, rng, 30, 700) if moved else "",
        "progress_concern": yes_no("falling_behind" in needs),
        "aln_unmet": yes_no("learning_support_unmet" in needs),
        "free_meals": _free_meals(region, entry, rng),
        "young_carer": yes_no("young_carer" in needs and age(region, entry) >= 8),
        "term_ended_on": (region.as_at - timedelta(days=TERM_ENDED_BEFORE_DAYS)).isoformat(),
    }


def _attendance(entry: Entry, rng: Random) -> str:
    """Percent of sessions, one decimal; absence below 80 for some and below 90 for others."""
    if "absence" in entry.family.needs:
        usual = 74.0 if entry.family.strain > 0.6 else 84.0
    else:
        usual = 97.0 if "steady_attendance" in entry.family.strengths else 93.0
    return f"{min(100.0, max(20.0, rng.gauss(usual, 2.0))):.1f}"


def _free_meals(region: Region, entry: Entry, rng: Random) -> str:
    """Means-tested, transitional protection, or the universal offer of primary schools."""
    if "low_income" in entry.family.needs:
        return "EFSM" if rng.random() < 0.85 else "TP"
    if age(region, entry) <= 11:
        return "UPM"
    return "TP" if rng.random() < 0.03 else ""


FEED = Feed(
    name="education",
    trust=0.8,
    prefix="ED",
    columns={
        "record_id": "entry_no",
        "forename": "legal_forename",
        "middle_names": "middle_names",
        "surname": "legal_surname",
        "birth_date": "dob",
        "sex": "gender",
        "address": "home_address",
        "postcode": "home_postcode",
        "phone": "contact_tel",
        "email": "contact_email",
        "upn": "upn",
        "updated_on": "last_changed",
    },
    facts={
        "attendance": "attendance_pct",
        "attendance_previous": "attendance_pct_prev",
        "exclusions": "exclusions_12m",
        "last_exclusion_on": "last_exclusion",
        "school_moves": "school_moves_24m",
        "last_school_move_on": "last_school_move",
        "progress_concern": "below_expected",
        "aln_unmet": "aln_support_unmet",
        "free_meals": "fsm_code",
        "young_carer": "young_carer_flag",
        "term_ended_on": "term_end",
    },
    lines=lines,
    evidence=evidence,
    rates={"upn_missing": 0.06, "upn_of_relative": 0.003, "known_as": 0.45},
)
