"""What a careful clerk would have written: the identity values of an entry before anything went wrong."""

from random import Random

from lynchpin_world.feeds.feed import Entry
from lynchpin_world.region import Home, Region

SECOND_HOME_SHARE = 0.3  # of a shared-care child's rows, those that give the other parent's home
HOME_PHONE_SHARE = 0.1
PARENT_PHONE_SHARE = 0.3  # of children's rows, those with a parent's telephone number
PARENT_EMAIL_SHARE = 0.002  # of children's rows, those with a parent's e-mail


def true_values(region: Region, entry: Entry, rng: Random) -> dict[str, str]:
    """All identity columns by our names; a feed then keeps those it has."""
    person, on = entry.person, entry.written_on
    home = region.homes[_home_id(entry, rng)]
    return {
        "forename": person.forename,
        "middle_names": person.middle_names,
        "surname": person.surname_on(on),
        "birth_date": person.birth_date.isoformat(),
        "sex": person.sex,
        "address": home.address,
        "postcode": home.postcode,
        "uprn": home.uprn,
        "phone": _phone(entry, home, rng),
        "email": _email(entry, rng),
        "nhs_number": person.nhs_number,
        "nino": "" if entry.is_child else person.nino,
        "upn": person.upn,
        "updated_on": on.isoformat(),
    }


def _home_id(entry: Entry, rng: Random) -> str:
    parted_on = entry.family.separated_on
    if entry.person.second_home_id and parted_on and entry.written_on >= parted_on and rng.random() < SECOND_HOME_SHARE:
        return entry.person.second_home_id
    return entry.family.home_on(entry.written_on)


def _phone(entry: Entry, home: Home, rng: Random) -> str:
    """Children are reached through a parent, so that siblings share a number; a household may share a landline."""
    if entry.parent and rng.random() > PARENT_PHONE_SHARE:
        return ""
    personal = (entry.parent or entry.person).phone
    return home.phone if not personal or rng.random() < HOME_PHONE_SHARE else personal


def _email(entry: Entry, rng: Random) -> str:
    if entry.parent is None:
        return entry.person.email
    return entry.parent.email if rng.random() < PARENT_EMAIL_SHARE else ""
