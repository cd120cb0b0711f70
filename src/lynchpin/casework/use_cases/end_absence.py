"""End an absence: the worker is back, or did not go; what was lent to whoever covered ends today."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import hands
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Absence, Case
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import NotFound, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Staff
from lynchpin.people.use_cases.end_cover import end_cover


@use_case(Permission.END_ABSENCE)
def end_absence(actor: Actor, *, absence_id: int, version: int, at: datetime) -> int:
    """Say that a worker is back today. Gives the absence's id. Whoever covers does not say so: they are not who was away."""
    today = local_date(at)
    absence = Absence.objects.visible_to(actor).select_for_update().find(id=absence_id, version=version)
    if not Staff.objects.visible_to(actor).filter(pk=absence.staff_id).exists():
        raise NotFound(Absence._meta.label)
    refuse_if(hands.why_not_end_absence(absence, today))
    absence.back_on = today
    absence.store("back_on")
    held = Case.unscoped.open().held_by(absence.staff_id).values_list("reference", flat=True)
    audit.record(Verb.ABSENCE_ENDED, absence, staff=absence.staff_id)
    end_cover(actor, references=list(held), holder_ids=[absence.cover_id], on=today, lent_until=absence.to_on)
    return absence.pk
