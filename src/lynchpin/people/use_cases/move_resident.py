"""Move a resident: they live somewhere else now, or a child has a second home."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people import rules
from lynchpin.people.choices import Permission, Verb
from lynchpin.people.homes import home_at
from lynchpin.people.models import Residence, Resident, area_at, cluster_of, same_person_as


@use_case(Permission.MOVE_RESIDENT)
def move_resident(
    actor: Actor,
    *,
    reference: str,
    version: int,
    address: str,
    moved_on: date,
    at: datetime,
    postcode: str = "",
    area_code: str = "",
    second: bool = False,
) -> str:
    """Keep a new home from a day on. A main home ends the one before and brings its area's cluster; a second home does neither.

    Gives the resident's reference.
    """
    resident = _found(actor, reference, version)
    before = Residence.unscoped.filter(resident=resident, to_on__isnull=True, second=False).first()
    since = before.from_on if before and not second else None
    refuse_if(rules.why_not_move(since, moved_on, local_date(at)))
    area_code = area_at(area_code, postcode)
    home = home_at(address, postcode, area_code)
    if not second:
        _leave(before, moved_on)
        _settle(resident, area_code, local_date(at))
    Residence(resident=resident, home=home, from_on=moved_on, second=second).save()
    resident.store("area_id", "cluster_id")
    audit.record(Verb.RESIDENT_MOVED, resident, area=area_code, second=second)
    return resident.reference


def _found(actor: Actor, reference: str, version: int) -> Resident:
    surviving = Resident.objects.visible_to(actor).surviving().select_for_update()
    return surviving.find(reference=reference, version=version)


def _leave(before: Residence | None, on: date) -> None:
    if before is not None:
        before.to_on = on
        before.store("to_on")


def _settle(resident: Resident, area_code: str, on: date) -> None:
    """Every record of the person lives where the person lives, so that one scope sees them all."""
    resident.area_id, resident.cluster_id = area_code or None, cluster_of(area_code, on)
    for record in Resident.unscoped.filter(pk__in=same_person_as(resident.pk)).exclude(pk=resident.pk):
        record.area_id, record.cluster_id = resident.area_id, resident.cluster_id
        record.store("area_id", "cluster_id")
