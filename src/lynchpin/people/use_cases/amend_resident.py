"""Amend a resident: put right or complete who they are."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people import names, rules
from lynchpin.people.choices import Permission, Verb
from lynchpin.people.models import Resident

AMENDED = (
    "forename",
    "surname",
    "known_as",
    "birth_date",
    "sex",
    "language",
    "phone",
    "email",
)


@use_case(Permission.AMEND_RESIDENT)
def amend_resident(
    actor: Actor,
    *,
    reference: str,
    version: int,
    forename: str,
    surname: str,
    at: datetime,
    known_as: str = "",
    birth_date: date | None = None,
    sex: str = "",
    language: str = "",
    phone: str = "",
    email: str = "",
) -> str:
    """Store a resident's particulars as they are given now. Gives the reference."""
    surviving = Resident.objects.visible_to(actor).surviving().select_for_update()
    resident = surviving.find(reference=reference, version=version)
    refuse_if(
        rules.why_not_name(forename, surname, *filter(None, [known_as]))
        or rules.why_not_born(birth_date, local_date(at))
    )
    resident.forename, resident.surname = names.composed(forename), names.composed(surname)
    resident.known_as = names.composed(known_as)
    resident.birth_date, resident.sex, resident.language = birth_date, sex, language
    resident.phone, resident.email = phone, email
    resident.search_key = names.search_key(forename, surname, known_as)
    resident.store(*AMENDED, "search_key")
    audit.record(Verb.RESIDENT_AMENDED, resident)
    return resident.reference
