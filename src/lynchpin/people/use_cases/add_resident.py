"""Add a resident who is not known yet."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import use_case
from lynchpin.people.choices import Permission, Verb
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.welcome_resident import welcome_resident


@use_case(Permission.ADD_RESIDENT)
def add_resident(
    actor: Actor,
    *,
    forename: str,
    surname: str,
    at: datetime,
    known_as: str = "",
    birth_date: date | None = None,
    sex: str = "",
    language: str = "",
    phone: str = "",
    email: str = "",
    address: str = "",
    postcode: str = "",
    area_code: str = "",
) -> str:
    """Add a resident with where they live now. Gives their reference. Safe contact is asked next, on a page of its own."""
    resident_id = welcome_resident(
        actor,
        forename=forename,
        surname=surname,
        at=at,
        known_as=known_as,
        birth_date=birth_date,
        sex=sex,
        language=language,
        phone=phone,
        email=email,
        address=address,
        postcode=postcode,
        area_code=area_code,
    )
    resident = Resident.unscoped.find(pk=resident_id)
    audit.record(Verb.RESIDENT_ADDED, resident)
    return resident.reference
