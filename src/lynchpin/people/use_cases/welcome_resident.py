"""Welcome a resident: the record that a referral, an agreed candidate or an import begins with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import part
from lynchpin.people import names, rules
from lynchpin.people.choices import Verb
from lynchpin.people.homes import home_at
from lynchpin.people.models import Residence, Resident, SafeContact, area_at, cluster_of


@part
def welcome_resident(
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
    safe_contact: Mapping[str, Any] | None = None,
) -> int:
    """Keep a new resident, their home and what they said about safe contact. Gives the resident's id.

    `safe_contact` holds answers by the names of `SafeContact`: channels, preferred, when, voicemail_ok, letters_discreet,
    must_not_know, visit_safety. One that was left open (None) stays at its cautious default.
    """
    day = local_date(at)
    refuse_if(rules.why_not_name(forename, surname, *filter(None, [known_as])) or rules.why_not_born(birth_date, day))
    area_code = area_at(area_code, postcode)
    resident = Resident(
        reference=references.draw("P"),
        forename=names.composed(forename),
        surname=names.composed(surname),
        known_as=names.composed(known_as),
        birth_date=birth_date,
        sex=sex,
        language=language,
        phone=phone,
        email=email,
        area_id=area_code or None,
        cluster_id=cluster_of(area_code, day),
        search_key=names.search_key(forename, surname, known_as),
        added_at=at,
        added_by=actor.staff_id,
    )
    resident.save()
    if address or postcode:
        home = home_at(address, postcode, area_code)
        Residence(resident=resident, home=home, from_on=day).save()
    if safe_contact is not None:
        told = {name: answer for name, answer in safe_contact.items() if answer is not None}
        SafeContact(resident=resident, asked_at=at, asked_by=actor.staff_id, **told).save()
    audit.record(Verb.RESIDENT_WELCOMED, resident, area=area_code, asked=safe_contact is not None)
    return resident.pk
