"""Hold contact: from now on nobody suggests, writes to or approaches a resident."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.people.choices import Verb
from lynchpin.people.models import ContactHold


@part
def hold_contact(actor: Actor, *, resident_id: int, room: str, reference: str, at: datetime) -> int:
    """Hold contact with a resident because of another room's record. Gives the hold's id."""
    hold = ContactHold(resident_id=resident_id, room=room, reference=reference, held_at=at)
    hold.save()
    audit.record(Verb.CONTACT_HELD, hold, room=room, reference=reference)
    return hold.pk
