"""Begin an involvement: say that a colleague is now with a resident."""

from __future__ import annotations

from datetime import date

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.people.choices import Verb
from lynchpin.people.models import Involvement


@part
def begin_involvement(
    actor: Actor, *, resident_id: int, room: str, reference: str, holder_id: int | None, on: date
) -> int:
    """Keep who is with the resident, for which record of which room, from a day on. Gives the involvement's id."""
    involvement = Involvement(resident_id=resident_id, room=room, reference=reference, holder_id=holder_id, began_on=on)
    involvement.save()
    audit.record(Verb.INVOLVEMENT_BEGUN, involvement, room=room, reference=reference, holder=holder_id)
    return involvement.pk
