"""The faults that real extracts have. Each takes the values of one row and leaves them wrong in one way.

A fault that cannot apply (no second half of a surname, no sibling) leaves the row as it was.
"""

from collections.abc import Callable
from random import Random

from lynchpin_world import naming, packs
from lynchpin_world.feeds.feed import Entry
from lynchpin_world.identifiers import home_phone, personal_phone, without_marks
from lynchpin_world.region import Person, Region

Values = dict[str, str]
Fault = Callable[[Values, Entry, Region, Random], None]
KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def slip(text: str, rng: Random) -> str:
    """One typing slip: a letter lost, doubled, swapped with the next or struck beside its key."""
    if len(text) < 3:
        return text
    at = rng.randrange(1, len(text) - 1)
    kinds = (
        text[:at] + text[at + 1 :],
        text[:at] + text[at] + text[at:],
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        text[:at] + _beside(text[at], rng) + text[at + 1 :],
    )
    return rng.choice(kinds)


def _beside(letter: str, rng: Random) -> str:
    row = next((row for row in KEYBOARD if letter.lower() in row), "etaoin")
    at = row.find(letter.lower())
    return row[at - 1] if at > 0 else row[1]


def slipped(column: str) -> Fault:
    def fault(values: Values, entry: Entry, region: Region, rng: Random) -> None:
        values[column] = slip(values[column], rng)

    return fault


def missing(column: str) -> Fault:
    def fault(values: Values, entry: Entry, region: Region, rng: Random) -> None:
        values[column] = ""

    return fault


def of_relative(column: str) -> Fault:
    """Somebody else's number from the same family, of the same generation where there is one."""

    def fault(values: Values, entry: Entry, region: Region, rng: Random) -> None:
        others = [getattr(person, column) for person in _generation(entry, region) if getattr(person, column)]
        if others and values[column]:
            values[column] = rng.choice(others)

    return fault


def _generation(entry: Entry, region: Region) -> list[Person]:
    ids = entry.family.child_ids if entry.is_child else entry.family.adult_ids
    return [region.people[person_id] for person_id in ids if person_id != entry.person.person_id]


def known_as(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    values["forename"] = entry.person.known_as or values["forename"]


def other_form(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    """The clerk writes the Welsh form of an English name, the English of a Welsh one, or a short form."""
    values["forename"] = naming.known_as(rng, entry.person.forename) or values["forename"]


def initial_only(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    values["forename"] = values["forename"][:1]


def middle_name_first(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    values["forename"] = entry.person.middle_names or values["forename"]


def forename_of_sibling(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    others = _generation(entry, region)
    values["forename"] = rng.choice(others).forename if others and entry.is_child else values["forename"]


def names_swapped(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    values["forename"], values["surname"] = values["surname"], values["forename"]


def surname_spelling(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    others = packs.other_surnames().get(values["surname"])
    values["surname"] = rng.choice(others) if others else values["surname"]


def half_surname(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    values["surname"] = values["surname"].split("-")[-1]


def former_surname(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    values["surname"] = entry.person.former_surname or values["surname"]


def surname_of_household(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    """A child, or a partner who kept their own name, entered under another adult's surname."""
    adults = [region.people[person_id].surname for person_id in entry.family.adult_ids]
    values["surname"] = rng.choice(adults) if adults else values["surname"]


def marks_dropped(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    for column in ("forename", "middle_names", "surname", "address"):
        values[column] = without_marks(values[column])


def marks_lost(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    """A file once saved in the wrong encoding: every accented letter is a question mark."""
    for column in ("forename", "surname"):
        values[column] = values[column].encode("ascii", "replace").decode("ascii")


def punctuation_dropped(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    values["surname"] = values["surname"].replace("'", "").replace("-", rng.choice((" ", "")))


def upper_case(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    for column in ("forename", "middle_names", "surname", "address"):
        values[column] = values[column].upper()


def day_month_swapped(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    year, month, day = values["birth_date"].split("-")
    values["birth_date"] = f"{year}-{day}-{month}" if int(day) <= 12 else values["birth_date"]


def birth_digit_wrong(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    born = entry.person.birth_date
    years, days = rng.choice(((1, 0), (-1, 0), (10, 0), (0, 1), (0, -1)))
    year, day = born.year - years, min(28, max(1, born.day + days))
    values["birth_date"] = born.replace(year=year, day=day).isoformat()


def birth_defaulted(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    values["birth_date"] = rng.choice(("1900-01-01", "1900-01-01", f"{entry.person.birth_date.year}-01-01"))


def birth_not_asked(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    """Adults only: a benefit or a tenancy always asks how old the children are."""
    values["birth_date"] = values["birth_date"] if entry.is_child else ""


def sex_wrong(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    values["sex"] = "M" if values["sex"] == "F" else "F"


def phone_replaced(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    """A landline, or an earlier or later number than the one the world knows."""
    values["phone"] = home_phone(rng, region.block) if rng.random() < 0.8 else personal_phone(rng, region.block)


def house_named(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    _, _, rest = values["address"].partition(" ")
    values["address"] = f"{rng.choice(packs.rows('house_names'))['house_name']}, {rest}"


def stale_address(values: Values, entry: Entry, region: Region, rng: Random) -> None:
    """The agency was never told of the last move."""
    if len(entry.family.stays) > 1:
        home = region.homes[entry.family.stays[-2].home_id]
        values.update(address=home.address, postcode=home.postcode, uprn=home.uprn)


FAULTS: dict[str, Fault] = {
    "forename_slip": slipped("forename"),
    "surname_slip": slipped("surname"),
    "known_as": known_as,
    "other_form": other_form,
    "initial_only": initial_only,
    "middle_name_first": middle_name_first,
    "forename_of_sibling": forename_of_sibling,
    "surname_spelling": surname_spelling,
    "half_surname": half_surname,
    "former_surname": former_surname,
    "surname_of_household": surname_of_household,
    "names_swapped": names_swapped,
    "marks_dropped": marks_dropped,
    "marks_lost": marks_lost,
    "punctuation_dropped": punctuation_dropped,
    "upper_case": upper_case,
    "birth_digit_wrong": birth_digit_wrong,
    "day_month_swapped": day_month_swapped,
    "birth_defaulted": birth_defaulted,
    "birth_missing": missing("birth_date"),
    "birth_not_asked": birth_not_asked,
    "sex_missing": missing("sex"),
    "sex_wrong": sex_wrong,
    "stale_address": stale_address,
    "house_named": house_named,
    "postcode_missing": missing("postcode"),
    "postcode_slip": slipped("postcode"),
    "uprn_missing": missing("uprn"),
    "phone_missing": missing("phone"),
    "phone_replaced": phone_replaced,
    "email_missing": missing("email"),
    "nhs_number_of_relative": of_relative("nhs_number"),
    "nhs_number_missing": missing("nhs_number"),
    "nino_of_relative": of_relative("nino"),
    "nino_missing": missing("nino"),
    "upn_of_relative": of_relative("upn"),
    "upn_missing": missing("upn"),
}
