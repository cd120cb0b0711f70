"""Achievements as a list, and what the forms of a case's end show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from lynchpin.casework.models import Case, WhatMatters
from lynchpin.casework.queries.case import GoalFact, goals_in_force
from lynchpin.casework.queries.forms import measure_labels
from lynchpin.casework.queries.heads import CaseRow, cluster_names, rows_of
from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.outcomes.choices import Permission
from lynchpin.outcomes.models import Achievement, Closure, OfCaseQuerySet
from lynchpin.outcomes.rules import Quarter
from lynchpin.pathways.queries.handovers import handed_to, under_way_of
from lynchpin.people.queries import brief

ORDERS: dict[str, Any] = {"achieved_on": F("achieved_on"), "measure": F("measure_key"), "reference": F("reference")}
EXPORTED_AT_MOST = 5000


@dataclass(frozen=True, slots=True)
class AchievementRow:
    """An achievement in a list."""

    subject: Subject
    reference: str
    case_reference: str
    name: str
    measure: str
    cluster: str
    achieved_on: date
    evidence: str
    evidence_note: str


@dataclass(frozen=True, slots=True)
class OutcomeToRecord:
    """The case, the measures with the ones already counted left out, as (key, label)."""

    head: CaseRow
    measures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CaseToClose:
    """The case, and what is on record for its end; `under_way` is the reference of a handover that is not over yet.

    `goals` are those of the plan in force, for the person to say where they are now.
    """

    head: CaseRow
    goals: tuple[GoalFact, ...]
    conversations: int
    outcomes: tuple[AchievementRow, ...]
    handed_to: str
    under_way: str


@read(Permission.READ_ACHIEVEMENTS)
def achievements(actor: Actor, query: ListQuery, **narrowed: Any) -> ListPage:
    """A page of `AchievementRow`s of the cases in sight, by measure, cluster and quarter."""
    found = _narrowed(actor, **narrowed)
    rows = _rows(actor, list(found.order_by(*_order(query))[query.start : query.stop]))
    return ListPage(rows, found.count(), query)


@read(Permission.READ_ACHIEVEMENTS)
def measures_to_choose(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Measures in force by which the list can be narrowed, as (key, label)."""
    return measure_labels(actor)


@read(Permission.EXPORT_ACHIEVEMENTS)
def achievements_to_export(actor: Actor, query: ListQuery, **narrowed: Any) -> tuple[AchievementRow, ...]:
    """The whole filtered list, up to 5,000 rows."""
    return _rows(actor, list(_narrowed(actor, **narrowed).order_by(*_order(query))[:EXPORTED_AT_MOST]))


@read(Permission.RECORD_OUTCOME)
def outcome_to_record(actor: Actor, reference: str) -> OutcomeToRecord:
    """For the outcome form."""
    case = Case.objects.visible_to(actor).find(reference=reference)
    counted = set(Achievement.objects.visible_to(actor).filter(case=case).values_list("measure_key", flat=True))
    measures = tuple((key, label) for key, label in measure_labels(actor) if key not in counted)
    return OutcomeToRecord(rows_of(actor, [case])[0], measures)


@read(Permission.CLOSE_CASE)
def case_to_close(actor: Actor, reference: str) -> CaseToClose:
    """For the closing form."""
    case = Case.objects.visible_to(actor).find(reference=reference)
    held = WhatMatters.objects.visible_to(actor).filter(case=case).count()
    outcomes = list(Achievement.objects.visible_to(actor).filter(case=case).order_by("achieved_on", "pk"))
    return CaseToClose(
        head=rows_of(actor, [case])[0],
        goals=goals_in_force(actor, case),
        conversations=held,
        outcomes=_rows(actor, outcomes),
        handed_to=receiver_of(actor, case),
        under_way=under_way_of(actor, case.pk),
    )


def receiver_of(actor: Actor, case: Case) -> str:
    """Who took the person on since the case was last opened; empty while nobody has."""
    closed_before = Closure.objects.visible_to(actor).filter(case=case).order_by("-closed_at")
    return handed_to(actor, case.pk, since=closed_before.values_list("closed_at", flat=True).first())


def _narrowed(actor: Actor, *, measure: str = "", cluster: str = "", quarter: str = "") -> OfCaseQuerySet:
    found = Achievement.objects.visible_to(actor)
    equal = {"measure_key": measure, "cluster_key": cluster}
    found = found.filter(**{name: value for name, value in equal.items() if value})
    period = Quarter.read(quarter)
    return found.filter(achieved_on__range=(period.starts_on, period.ends_on)) if period else found


def _order(query: ListQuery) -> tuple[Any, str]:
    key = ORDERS.get(query.sort, ORDERS["achieved_on"])
    return (key.desc() if query.descending else key.asc()), "pk"


def _rows(actor: Actor, found: list[Achievement]) -> tuple[AchievementRow, ...]:
    people = brief(actor, {row.resident_id for row in found})
    cases = Case.objects.visible_to(actor).in_bulk([row.case_id for row in found])
    labels, places = dict(measure_labels(actor)), cluster_names(actor, (row.cluster_key for row in found))
    return tuple(
        AchievementRow(
            subject=Subject("people.Resident", row.resident_id),
            reference=row.reference,
            case_reference=cases[row.case_id].reference,
            name=people[row.resident_id].name if row.resident_id in people else "",
            measure=labels.get(row.measure_key, row.measure_key),
            cluster=places.get(row.cluster_key, ""),
            achieved_on=row.achieved_on,
            evidence=row.evidence,
            evidence_note=row.evidence_note,
        )
        for row in found
    )
