"""How much each colleague can carry on a day, line by line, under the formula in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lynchpin.casework import rules
from lynchpin.casework.models import WeightFormula, WorkerDuties
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.models import Staff


@dataclass(frozen=True, slots=True)
class Capacity:
    """Points that a colleague can carry, and how they are made up."""

    lines: tuple[rules.CapacityLine, ...]

    @property
    def points(self) -> int:
        return rules.capacity_of(self.lines)


def capacities(actor: Actor, staff: Iterable[Staff], on: date) -> dict[int, Capacity]:
    """The capacity of each of these colleagues. Whoever has no duties recorded has none taken off.

    A worker who would pass a case on does not see a colleague's duties; they are counted all the same.
    """
    rows = list(staff)
    terms = terms_of_loads(actor, on).capacity
    ids = [row.pk for row in rows]
    duties = duties_counted(ids, on) if actor.scope == "alloc" else duties_in_force(actor, ids, on)
    return {row.pk: Capacity(rules.capacity_lines(row, on=on, terms=terms, duties=duties.get(row.pk))) for row in rows}


def duties_counted(staff_ids: Iterable[int], on: date) -> dict[int, WorkerDuties]:
    """What is recorded of each colleague, for a sum of which only the points are used."""
    rows = WorkerDuties.unscoped.in_force(on).filter(staff_id__in=list(staff_ids))
    return {row.staff_id: row for row in rows}


def duties_in_force(actor: Actor, staff_ids: Iterable[int], on: date) -> dict[int, WorkerDuties]:
    """What is recorded of each colleague beside cases, on a day."""
    rows = WorkerDuties.objects.visible_to(actor).in_force(on).filter(staff_id__in=list(staff_ids))
    return {row.staff_id: row for row in rows}


def terms_of_loads(actor: Actor, on: date) -> WeightFormula:
    """The formula in force on a day; an empty one, which takes nothing off, where none is loaded."""
    return WeightFormula.objects.visible_to(actor).in_force(on).first() or WeightFormula()
