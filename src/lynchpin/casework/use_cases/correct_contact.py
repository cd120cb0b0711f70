"""Correct a contact: put its note right, or complete it. What it said before is kept."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import rules
from lynchpin.casework.choices import Corrected, Permission, Verb
from lynchpin.casework.models import Case, Contact, Goal, earlier
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.CORRECT_CONTACT)
def correct_contact(
    actor: Actor,
    *,
    reference: str,
    contact_id: int,
    version: int,
    minutes: int,
    at: datetime,
    note: str = "",
    next_step: str = "",
    goal_id: int | None = None,
) -> int:
    """Put right what a contact of an open case says. Its kind and moment stay, as others have acted on them. Gives its id."""
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference)
    contact = Contact.objects.visible_to(actor).select_for_update().find(id=contact_id, case=case, version=version)
    refuse_if(rules.why_not_work_on(case))
    goal = Goal.objects.visible_to(actor).find(id=goal_id, case=case) if goal_id else None
    earlier(contact, Corrected.CONTACT, actor, at).save()
    contact.minutes, contact.note, contact.next_step, contact.goal = minutes, note, next_step, goal
    contact.corrected_at, contact.corrected_by = at, actor.staff_id
    contact.store("minutes", "note", "next_step", "goal_id", "corrected_at", "corrected_by")
    audit.record(Verb.CONTACT_CORRECTED, contact, case=case.pk, version=contact.version)
    return contact.pk
