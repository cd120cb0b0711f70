"""What a clerk changes in a record that was written before, and the first record of somebody new in a home. Values by our names."""

from collections.abc import Callable, Collection
from datetime import date, timedelta
from random import Random

from lynchpin_world.feeds.faults import Values, slip
from lynchpin_world.identifiers import home_phone

NOT_YET_KNOWN = ("nhs_number", "nino", "upn", "email", "phone", "middle_names")
NEWBORN_SHARE = 0.6  # of people who appear in a home; the others are grown-ups who moved in

Correction = Callable[[Values, Values, Random], None]


def respelt(values: Values, other: Values, rng: Random) -> None:
    column = rng.choice(("forename", "surname"))
    values[column] = slip(values[column], rng)


def renamed(values: Values, other: Values, rng: Random) -> None:
    values["surname"] = other["surname"] or values["surname"]


def moved(values: Values, other: Values, rng: Random) -> None:
    values.update({column: other[column] for column in ("address", "postcode", "uprn") if column in other})


def rung(values: Values, other: Values, rng: Random) -> None:
    """The telephone number is another one now."""
    if "phone" in values:
        values["phone"] = home_phone(rng)


def born_on(values: Values, other: Values, rng: Random) -> None:
    """A birth date is filled in where there was none, else taken out or put right by a day."""
    if not values["birth_date"]:
        values["birth_date"] = other["birth_date"]
    else:
        next_day = date.fromisoformat(values["birth_date"]) + timedelta(days=1)
        values["birth_date"] = rng.choice(("", next_day.isoformat()))


CORRECTIONS: tuple[Correction, ...] = (respelt, renamed, moved, rung, born_on)


def correct(values: Values, other: Values, facts: Collection[str], rng: Random, on: date) -> Values:
    """The record with one thing changed on a day, which may be what it says happened: `facts` as another record has them."""
    if facts and rng.random() < 1 / (len(CORRECTIONS) + 1):
        values.update({name: other[name] for name in facts})
    else:
        rng.choice(CORRECTIONS)(values, other, rng)
    return values | {"updated_on": on.isoformat()}


def somebody_new(values: Values, other: Values, rng: Random, on: date) -> Values:
    """The first record of somebody in the same home, with another's forename and no numbers yet: a baby, or a grown-up."""
    years = 0 if rng.random() < NEWBORN_SHARE else rng.randrange(18, 60)
    born = on - timedelta(days=int(years * 365.25) + rng.randrange(1, 300))
    unknown = {column: "" for column in NOT_YET_KNOWN if column in values}
    told = {"forename": other["forename"], "birth_date": born.isoformat(), "updated_on": on.isoformat()}
    return values | unknown | told
