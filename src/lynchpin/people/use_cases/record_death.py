"""Record that a resident has died."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people import rules
from lynchpin.people.choices import Permission, Verb
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.keep_death import keep_death


@use_case(Permission.RECORD_DEATH)
def record_death(actor: Actor, *, reference: str, version: int, died_on: date, at: datetime) -> str:
    """Keep the day on which somebody died. What is open about them stays open until somebody closes it. Gives their reference."""
    surviving = Resident.objects.visible_to(actor).surviving().select_for_update()
    resident = surviving.find(reference=reference, version=version)
    refuse_if(rules.why_not_died_on(resident, died_on, local_date(at)))
    audit.record(Verb.DEATH_RECORDED, resident)
    keep_death(actor, resident_id=resident.pk, died_on=died_on, at=at)
    return resident.reference
