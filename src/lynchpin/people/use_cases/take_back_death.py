"""Take back that a resident has died."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people import rules
from lynchpin.people.choices import Permission, Verb
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.forget_death import forget_death


@use_case(Permission.TAKE_BACK_DEATH)
def take_back_death(actor: Actor, *, reference: str, version: int, because: str, at: datetime) -> str:
    """They are alive: `because` is the code of how the record was mistaken. What was closed stays closed. Gives their reference."""
    surviving = Resident.objects.visible_to(actor).surviving().select_for_update()
    resident = surviving.find(reference=reference, version=version)
    refuse_if(rules.why_not_take_back_death(resident))
    audit.record(Verb.DEATH_TAKEN_BACK, resident, because=because)
    forget_death(actor, resident_id=resident.pk, at=at)
    return resident.reference
