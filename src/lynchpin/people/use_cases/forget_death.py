"""Take a death back: it was somebody else, or a mistake."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.people.choices import Verb
from lynchpin.people.models import ContactHold, Resident, one_at_a_time
from lynchpin.people.rules import DIED
from lynchpin.people.use_cases.release_contact import release_contact


@part
def forget_death(actor: Actor, *, resident_id: int, at: datetime) -> int:
    """Every record of the person is alive again, and contact is held by others only. Gives how many they are."""
    records = one_at_a_time(actor, resident_id)
    dead = list(Resident.unscoped.filter(pk__in=records, died_on__isnull=False).order_by("pk"))
    for record in dead:
        record.died_on = None
        record.store("died_on")
    holds = ContactHold.unscoped.filter(resident_id__in=records, room=DIED, released_at__isnull=True)
    for reference in sorted(set(holds.values_list("reference", flat=True))):
        release_contact(actor, resident_id=resident_id, room=DIED, reference=reference, at=at)
    audit.record(Verb.DEATH_FORGOTTEN, resident=resident_id, records=len(dead))
    return len(dead)
