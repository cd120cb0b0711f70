"""Who is away and who covers for them: asked whole, as a case must not be given to somebody who is not there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lynchpin.casework.models import Absence


def absences_of(staff_id: int | None, on: date) -> tuple[Absence, ...]:
    """A colleague's absences on a day or after it, the next one first."""
    if staff_id is None:
        return ()
    return tuple(Absence.unscoped.standing(on).filter(staff_id=staff_id).order_by("from_on", "pk"))


def absence_of(staff_id: int, on: date) -> Absence | None:
    """A colleague's absence of a day."""
    return Absence.unscoped.on_day(on).filter(staff_id=staff_id).order_by("pk").first()


def away(staff_ids: Iterable[int], on: date) -> dict[int, Absence]:
    """Those of some colleagues who are away on a day, with their absence."""
    return {row.staff_id: row for row in Absence.unscoped.on_day(on).filter(staff_id__in=list(staff_ids))}
