"""Who is away and who covers for them: asked whole, as a case must not be given to somebody who is not there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, Sum

from lynchpin.casework import hands
from lynchpin.casework.choices import Permission
from lynchpin.casework.models import Absence, Case, covered_today, own_absences
from lynchpin.casework.queries.caseload import open_caseloads
from lynchpin.casework.queries.heads import CaseRow, rows_of
from lynchpin.casework.queries.holders import clusters_of, holder_ids, kept_from, names_for, names_of
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class AbsenceFact:
    """Somebody away or soon away, and who covers. `mine` says that the asker covers."""

    id: int
    version: int
    staff_id: int
    name: str
    cover: str
    reason: str
    from_on: date
    to_on: date
    mine: bool


@dataclass(frozen=True, slots=True)
class CoverLine:
    """What a colleague covers beside their own caseload, in points: stated, and not taken off their room."""

    name: str
    until: date
    cases: int
    load: int


@dataclass(frozen=True, slots=True)
class AbsenceToRecord:
    """A colleague, those who could cover by name, and what is recorded already."""

    staff_id: int
    name: str
    own: bool
    colleagues: tuple[tuple[int, str], ...]
    standing: tuple[AbsenceFact, ...]


@dataclass(frozen=True, slots=True)
class AbsencesPage:
    """Who is away or will be, and the colleagues for whom the asker may record it, as (id, name)."""

    near: tuple[AbsenceFact, ...]
    colleagues: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """A case that the asker covers today, and for whom until when."""

    row: CaseRow
    worker: str
    until: date


@read(Permission.RECORD_ABSENCE)
def absence_to_record(actor: Actor, staff_id: int) -> AbsenceToRecord:
    """For the form."""
    staff = Staff.objects.visible_to(actor).find(id=staff_id)
    standing = Absence.objects.visible_to(actor).standing(actor.on).filter(staff=staff).order_by("from_on", "pk")
    return AbsenceToRecord(
        staff_id=staff.pk,
        name=staff.name,
        own=staff.pk == actor.staff_id,
        colleagues=_who_could_cover(staff, actor.on),
        standing=_facts(actor, list(standing)),
    )


@read(Permission.RECORD_ABSENCE)
def absences_page(actor: Actor) -> AbsencesPage:
    """For the page where times away are seen and recorded."""
    staff = Staff.objects.visible_to(actor).at_work(actor.on).filter(pk__in=holder_ids(actor.on)).order_by("name", "pk")
    return AbsencesPage(_facts(actor, _near(actor)), tuple(staff.values_list("pk", "name")))


@read(Permission.READ_CASELOAD)
def covered_cases(actor: Actor) -> tuple[Covered, ...]:
    """The cases of colleagues for whom the asker covers today, whoever is due first."""
    away_now = {row.staff_id: row for row in covered_today(actor)}
    cases = open_caseloads(actor, away_now.keys()) if away_now else []
    found = zip(cases, rows_of(actor, cases) if cases else (), strict=True)
    return tuple(Covered(row, row.worker, away_now[case.worker_id or 0].to_on) for case, row in found)


@read(Permission.READ_CASELOAD)
def absences_near_me(actor: Actor) -> tuple[AbsenceFact, ...]:
    """Who is away or will be, of those the asker leads, covers for, or is; soonest first."""
    return _facts(actor, _near(actor))


def _near(actor: Actor) -> list[Absence]:
    if actor.scope == "alloc":
        return list(own_absences(actor)[:MOST_SHOWN])
    return list(Absence.objects.visible_to(actor).standing(actor.on).order_by("from_on", "pk")[:MOST_SHOWN])


def around(staff_ids: Iterable[int], on: date) -> tuple[Absence, ...]:
    """Absences of a day that are some colleagues' own, or that they cover."""
    ids = list(staff_ids)
    near = Absence.unscoped.on_day(on).filter(Q(staff_id__in=ids) | Q(cover_id__in=ids))
    return tuple(near.order_by("to_on", "pk"))


def cover_lines(absences: Iterable[Absence]) -> dict[int, tuple[CoverLine, ...]]:
    """What each colleague covers, of some absences. Loads are counted whole: a sealed case is covered too."""
    rows = list(absences)
    held = Case.unscoped.open().filter(worker_id__in=[row.staff_id for row in rows]).order_by()
    loads = held.values("worker_id").annotate(cases=Count("pk"), load=Sum("weight")) if rows else ()
    counted, names = {row["worker_id"]: row for row in loads}, names_of(row.staff_id for row in rows)
    found: dict[int, list[CoverLine]] = defaultdict(list)
    for row in rows:
        told = counted.get(row.staff_id, {"cases": 0, "load": 0})
        found[row.cover_id].append(CoverLine(names.get(row.staff_id, ""), row.to_on, told["cases"], told["load"]))
    return {staff_id: tuple(lines) for staff_id, lines in found.items()}


def plans_for(staff_id: int, cover_id: int, from_on: date, to_on: date) -> hands.Plans:
    """What stands for some days already, of somebody who would be away and of whoever would cover."""
    near = Absence.unscoped.touching(from_on, to_on)
    own = near.filter(staff_id=staff_id).order_by("from_on", "pk").first()
    covering = near.filter(cover_id=staff_id).order_by("from_on", "pk").first()
    return hands.Plans(own, covering, near.filter(staff_id=cover_id).exists())


def share_a_cluster(one: int, other: int) -> bool:
    """Whether two colleagues work in a common cluster."""
    places = clusters_of([one, other])
    return bool(set(places.get(one, ())) & set(places.get(other, ())))


def coverable(resident_ids: Iterable[int], cover_id: int) -> frozenset[int]:
    """Those of some residents whom a colleague may be given: nobody covers somebody whom they must not see."""
    return frozenset(key for key, kept in kept_from(resident_ids).items() if cover_id not in kept)


def _who_could_cover(staff: Staff, on: date) -> tuple[tuple[int, str], ...]:
    places = clusters_of(ids := holder_ids(on))
    here = set(places.get(staff.pk, ()))
    near = {staff_id for staff_id in ids if here & set(places.get(staff_id, ()))} - {staff.pk} - away(ids, on).keys()
    return tuple(Staff.unscoped.at_work(on).filter(pk__in=near).order_by("name", "pk").values_list("pk", "name"))


def _facts(actor: Actor, rows: list[Absence]) -> tuple[AbsenceFact, ...]:
    names = names_for(actor, (staff_id for row in rows for staff_id in (row.staff_id, row.cover_id)))
    return tuple(
        AbsenceFact(
            id=row.pk,
            version=row.version,
            staff_id=row.staff_id,
            name=names.get(row.staff_id, ""),
            cover=names.get(row.cover_id, ""),
            reason=row.reason,
            from_on=row.from_on,
            to_on=row.to_on,
            mine=row.cover_id == actor.staff_id,
        )
        for row in rows
    )


def absences_of(staff_id: int | None, on: date) -> tuple[Absence, ...]:
    """A colleague's absences on a day or after it, the next one first."""
    if staff_id is None:
        return ()
    return tuple(Absence.unscoped.standing(on).filter(staff_id=staff_id).order_by("from_on", "pk"))


def away_until(staff_id: int, on: date) -> date | None:
    """A colleague's last day away, if they are away on a day."""
    found = away([staff_id], on).get(staff_id)
    return found.to_on if found is not None else None


def away(staff_ids: Iterable[int], on: date) -> dict[int, Absence]:
    """Those of some colleagues who are away on a day, with their absence."""
    return {row.staff_id: row for row in Absence.unscoped.on_day(on).filter(staff_id__in=list(staff_ids))}
