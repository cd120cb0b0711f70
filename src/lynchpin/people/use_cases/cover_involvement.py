"""Cover an involvement: lend sight of a resident to whoever covers for a colleague, from a day to a day."""

from __future__ import annotations

from datetime import date

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.people.choices import Verb
from lynchpin.people.models import COVER, Involvement


@part
def cover_involvement(
    actor: Actor, *, resident_id: int, reference: str, holder_id: int, from_on: date, to_on: date
) -> int:
    """Let a colleague see the resident for a record of a later room, both days included. Gives the involvement's id."""
    lent = Involvement(
        resident_id=resident_id,
        room=COVER,
        reference=reference,
        holder_id=holder_id,
        began_on=from_on,
        ended_on=to_on,
    )
    lent.save()
    audit.record(Verb.INVOLVEMENT_COVERED, lent, reference=reference, holder=holder_id, to_on=to_on)
    return lent.pk
