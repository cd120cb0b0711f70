"""The evidence that a feed's current rows carry, drawn from the family's needs and strengths. Blank means not known."""

from datetime import date, timedelta
from random import Random

from lynchpin_world.feeds.coverage import HEALTH_VISITING_UNTIL, SCHOOL_AGE, Entry
from lynchpin_world.region import Region

Facts = dict[str, str]
ABOUT_HOUSEHOLDS = frozenset({"housing", "revenues", "childrens_services"})
TERM_ENDED_BEFORE_DAYS = 9  # the half term before the world's today


def facts(region: Region, feed: str, entry: Entry) -> Facts:
    """The facts of one row by our names; none where no fact can apply.

    Chance is tied to the household or the person, so that rows about the same thing agree.
    """
    if not entry.current:
        return {}
    about = entry.family.family_id if feed in ABOUT_HOUSEHOLDS else entry.person.person_id
    return READ[feed](region, entry, Random(f"lynchpin-world/{region.seed}/{feed}/facts/{about}"))


def _education(region: Region, entry: Entry, rng: Random) -> Facts:
    needs = entry.family.needs
    excluded = "exclusion" in needs and _age(region, entry) >= 7
    moved = "school_moves" in needs and _age(region, entry) > SCHOOL_AGE
    return {
        "attendance": _attendance(entry, rng),
        "attendance_previous": _attendance(entry, rng),
        "exclusions": str(rng.choice((1, 1, 2, 3)) if excluded else 0),
        "last_exclusion_on": _ago(region, rng, 10, 350) if excluded else "",
        "school_moves": str(rng.choice((2, 2, 3)) if moved else rng.choice((0, 0, 0, 0, 1))),
        "last_school_move_on": _ago(region, rng, 30, 700) if moved else "",
        "progress_concern": _yes_no("falling_behind" in needs),
        "aln_unmet": _yes_no("learning_support_unmet" in needs),
        "free_meals": _free_meals(region, entry, rng),
        "young_carer": _yes_no("young_carer" in needs and _age(region, entry) >= 8),
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
    if _age(region, entry) <= 11:
        return "UPM"
    return "TP" if rng.random() < 0.03 else ""


def _housing(region: Region, entry: Entry, rng: Random) -> Facts:
    needs = entry.family.needs
    arrears = rng.randrange(8, 26) if "rent_arrears" in needs else rng.choice((0, 0, 0, 0, 1, 2, 4))
    moves = rng.choice((2, 2, 3)) if "many_moves" in needs else _moves(region, entry)
    return {
        "arrears_weeks": str(arrears),
        "notice_served_on": _ago(region, rng, 10, 150) if arrears > 16 else "",
        "homeless_on": _ago(region, rng, 20, 360) if "homelessness" in needs else "",
        "moves": str(moves),
        "last_move_on": _ago(region, rng, 10, 200) if "many_moves" in needs else "",
        "tenancy_started_on": entry.family.stays[-1].from_on.isoformat(),
        "recorded_on": entry.written_on.isoformat(),
    }


def _moves(region: Region, entry: Entry) -> int:
    return sum((region.as_at - stay.from_on).days <= 365 for stay in entry.family.stays)


def _revenues(region: Region, entry: Entry, rng: Random) -> Facts:
    needs = entry.family.needs
    behind = "council_tax_arrears" in needs and not entry.is_child
    return {
        "missed_instalments": ""
        if entry.is_child
        else str(rng.randrange(2, 6) if behind else rng.choice((0, 0, 0, 1))),
        "reminder_on": _ago(region, rng, 15, 320) if behind else "",
        "free_meals": "EFSM" if entry.is_child and "low_income" in needs else "",
        "recorded_on": entry.written_on.isoformat(),
    }


def _childrens_services(region: Region, entry: Entry, rng: Random) -> Facts:
    needs = entry.family.needs
    if not entry.is_child:
        return {"recorded_on": entry.written_on.isoformat()}
    return {
        "closed_on": _ago(region, rng, 30, 700) if "statutory_closed" in needs else "",
        "open_plan": _yes_no("statutory_open" in needs),
        "young_carer": _yes_no("young_carer" in needs and _age(region, entry) >= 8),
        "recorded_on": entry.written_on.isoformat(),
    }


def _health_visiting(region: Region, entry: Entry, rng: Random) -> Facts:
    if not entry.is_child or _age(region, entry) > HEALTH_VISITING_UNTIL:
        return {}
    missed = "missed_health_contacts" in entry.family.needs
    return {
        "contacts_missed": str(rng.choice((2, 2, 3, 4)) if missed else rng.choice((0, 0, 0, 1))),
        "last_missed_on": _ago(region, rng, 20, 500) if missed else "",
        "contacts_complete": _yes_no(not missed and "health_contacts_complete" in entry.family.strengths),
        "recorded_on": entry.written_on.isoformat(),
    }


READ = {
    "education": _education,
    "housing": _housing,
    "revenues": _revenues,
    "childrens_services": _childrens_services,
    "health_visiting": _health_visiting,
}


def _age(region: Region, entry: Entry) -> int:
    return entry.person.age_on(region.as_at)


def _ago(region: Region, rng: Random, nearest: int, farthest: int) -> str:
    day: date = region.as_at - timedelta(days=rng.randrange(nearest, farthest))
    return day.isoformat()


def _yes_no(answer: bool) -> str:
    return "Y" if answer else "N"
