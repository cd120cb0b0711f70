"""Check a resident: ask the central team whether somebody is known. The answer on the spot never says."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people import names, rules
from lynchpin.people.choices import Permission, Verb
from lynchpin.people.models import Resident, ResidentCheck


@use_case(Permission.CHECK_RESIDENT)
def check_resident(actor: Actor, *, forename: str, surname: str, birth_date: date, at: datetime) -> int:
    """Tell the central team who is asked about, and whom the exact name and date of birth find. Gives the question's id."""
    refuse_if(rules.why_not_name(forename, surname) or rules.why_not_born(birth_date, local_date(at)))
    wanted = names.search_key(forename, surname)
    born = Resident.objects.visible_to(actor).filter(birth_date=birth_date).order_by("pk")
    found = next((row for row in born if names.search_key(row.forename, row.surname) == wanted), None)
    check = ResidentCheck(  # type: ignore[misc]  # a colleague acts: no machine holds this right
        forename=names.composed(forename),
        surname=names.composed(surname),
        birth_date=birth_date,
        resident_id=(found.survivor_id or found.pk) if found else None,
        asked_at=at,
        asked_by_id=actor.staff_id,
    )
    check.save()
    audit.record(Verb.RESIDENT_CHECKED, check)
    return check.pk
