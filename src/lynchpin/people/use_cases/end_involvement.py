"""End an involvement: nobody is with a resident for this record any more."""

from __future__ import annotations

from datetime import date

from django.db.models import F

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.people.choices import Verb
from lynchpin.people.models import Involvement, records_of_person


@part
def end_involvement(actor: Actor, *, resident_id: int, room: str, reference: str, on: date) -> int:
    """End every open involvement of a room's record with the resident. Gives how many there were."""
    theirs = Involvement.unscoped.filter(resident_id__in=records_of_person(actor, resident_id), ended_on__isnull=True)
    ended = theirs.filter(room=room, reference=reference).update(ended_on=on, version=F("version") + 1)
    audit.record(Verb.INVOLVEMENT_ENDED, resident=resident_id, room=room, reference=reference, ended=ended)
    return ended
