"""What a colleague does beside cases, for the page that changes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lynchpin.casework import rules
from lynchpin.casework.choices import Permission
from lynchpin.casework.models import WorkerDuties
from lynchpin.casework.queries.capacities import capacities
from lynchpin.casework.queries.holders import clusters_of
from lynchpin.face.context import in_language
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff, in_force
from lynchpin.places.models import Area, ClusterArea


@dataclass(frozen=True, slots=True)
class DutiesToRecord:
    """A colleague, what they can carry today, what was recorded last, and areas to start from as (code, name)."""

    name: str
    version: int
    from_on: date | None
    group_hours: int
    universal_hours: int
    experienced: bool
    base_area: str
    skills: tuple[str, ...]
    limit: int
    capacity: tuple[rules.CapacityLine, ...]
    areas: tuple[tuple[str, str], ...]


@read(Permission.RECORD_DUTIES)
def duties_to_record(actor: Actor, staff_id: int) -> DutiesToRecord:
    """For the duties form."""
    worker = Staff.objects.visible_to(actor).find(id=staff_id)
    recorded = WorkerDuties.objects.visible_to(actor).filter(staff=worker, to_on__isnull=True).first()
    last = recorded or WorkerDuties()
    carries = capacities(actor, [worker], actor.on)[worker.pk]
    return DutiesToRecord(
        name=worker.name,
        version=recorded.version if recorded else 0,
        from_on=last.from_on,
        group_hours=last.group_hours,
        universal_hours=last.universal_hours,
        experienced=last.experienced,
        base_area=last.base_area_id or "",
        skills=tuple(last.skills),
        limit=carries.points,
        capacity=carries.lines,
        areas=_areas(actor, worker),
    )


def _areas(actor: Actor, worker: Staff) -> tuple[tuple[str, str], ...]:
    keys = clusters_of([worker.pk]).get(worker.pk, ())
    within = ClusterArea.objects.visible_to(actor).filter(in_force(actor.on), cluster_id__in=keys).values("area_id")
    rows = Area.objects.visible_to(actor).filter(code__in=within)
    return tuple(
        sorted(((row.code, in_language({"en": row.name_en, "cy": row.name_cy})) for row in rows), key=_by_name)
    )


def _by_name(area: tuple[str, str]) -> tuple[str, str]:
    return area[1], area[0]
