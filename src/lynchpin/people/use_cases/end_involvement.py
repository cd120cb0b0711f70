"""End an involvement: nobody is with a resident for this record any more."""

from __future__ import annotations

from datetime import date

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.people.choices import Verb
from lynchpin.people.models import Involvement, same_person_as


@part
def end_involvement(actor: Actor, *, resident_id: int, room: str, reference: str, on: date) -> int:
    """End every open involvement of a room's record with the resident. Gives how many there were."""
    theirs = Involvement.unscoped.filter(resident_id__in=same_person_as(resident_id), ended_on__isnull=True)
    ended = list(theirs.filter(room=room, reference=reference).order_by("pk").select_for_update())
    for involvement in ended:
        involvement.ended_on = on
        involvement.store("ended_on")
    audit.record(Verb.INVOLVEMENT_ENDED, resident=resident_id, room=room, reference=reference, ended=len(ended))
    return len(ended)
