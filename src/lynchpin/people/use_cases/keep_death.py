"""Keep a death: from now on nothing is begun for this person, written to them or suggested about them."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.people.choices import Verb
from lynchpin.people.models import Resident, one_at_a_time
from lynchpin.people.rules import DIED
from lynchpin.people.use_cases.hold_contact import hold_contact


@part
def keep_death(actor: Actor, *, resident_id: int, died_on: date, at: datetime) -> int:
    """Keep it on every record of the person. Gives on how many it was not kept before: told twice, it changes nothing."""
    alive = list(
        Resident.unscoped.filter(pk__in=one_at_a_time(actor, resident_id), died_on__isnull=True).order_by("pk")
    )
    for record in alive:
        record.died_on = died_on
        record.store("died_on")
    if alive:
        hold_contact(actor, resident_id=alive[0].pk, room=DIED, reference=alive[0].reference, at=at)
    audit.record(Verb.DEATH_KEPT, resident=resident_id, records=len(alive))
    return len(alive)
