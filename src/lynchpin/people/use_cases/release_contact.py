"""Release contact: what held it is over. Another record's hold stays."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.people.choices import Verb
from lynchpin.people.models import ContactHold, same_person_as


@part
def release_contact(actor: Actor, *, resident_id: int, room: str, reference: str, at: datetime) -> int:
    """Release the holds of one room's record. Gives how many there were."""
    open_holds = ContactHold.unscoped.filter(resident_id__in=same_person_as(resident_id), released_at__isnull=True)
    released = list(open_holds.filter(room=room, reference=reference).order_by("pk").select_for_update())
    for hold in released:
        hold.released_at = at
        hold.store("released_at")
    audit.record(Verb.CONTACT_RELEASED, resident=resident_id, room=room, reference=reference, released=len(released))
    return len(released)
