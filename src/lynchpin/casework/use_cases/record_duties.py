"""Record what a colleague does beside cases, from a day on: it is taken off what they can carry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from lynchpin.casework import rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import WorkerDuties
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Stale, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Staff
from lynchpin.places.models import Area


@use_case(Permission.RECORD_DUTIES)
def record_duties(
    actor: Actor,
    *,
    staff_id: int,
    version: int,
    from_on: date,
    at: datetime,
    group_hours: int = 0,
    universal_hours: int = 0,
    experienced: bool = False,
    base_area: str = "",
    skills: Sequence[str] = (),
) -> int:
    """Keep a colleague's duties from a day on; those before end the day before. Gives the capacity's record id.

    `version` is of the duties recorded last, 0 where there are none. From the same day on, the new ones stand in their place.
    """
    worker = Staff.objects.visible_to(actor).select_for_update().find(id=staff_id)
    present = WorkerDuties.objects.visible_to(actor).filter(staff=worker, to_on__isnull=True).first()
    if (present.version if present else 0) != version:
        raise Stale()
    refuse_if(
        rules.why_not_record_duties(present, hours=group_hours + universal_hours, from_on=from_on, today=local_date(at))
    )
    base = Area.objects.visible_to(actor).find(code=base_area) if base_area else None
    duties = _to_be_kept(present, worker, from_on)
    told = {
        "group_hours": group_hours,
        "universal_hours": universal_hours,
        "experienced": experienced,
        "base_area": base,
        "skills": sorted(skills),
        "recorded_at": at,
        "recorded_by": actor.staff_id,
    }
    for name, value in told.items():
        setattr(duties, name, value)
    duties.store(*told) if duties.pk else duties.save()
    audit.record(Verb.DUTIES_RECORDED, duties, staff=worker.pk, group=group_hours, universal=universal_hours)
    return duties.pk


def _to_be_kept(present: WorkerDuties | None, worker: Staff, from_on: date) -> WorkerDuties:
    """The row to write: the present one when it began on the same day, or else a new one after it."""
    if present is not None and present.from_on == from_on:
        return present
    if present is not None:
        present.to_on = from_on - timedelta(days=1)
        present.store("to_on")
    return WorkerDuties(staff=worker, from_on=from_on)
