"""Concerns, for the safeguarding lead whose store it is; and for whoever raised one, that it was raised and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff
from lynchpin.people.models import Resident
from lynchpin.safeguarding.choices import ConcernCategory, ConcernStatus, Permission
from lynchpin.safeguarding.models import Concern
from lynchpin.safeguarding.rules import Due, next_due

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a concern is about. A sealed resident is named too: what cannot be named cannot be made safe."""

    subject: Subject | None
    name: str
    reference: str


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """A concern in the list of what is due."""

    reference: str
    person: Person
    status: ConcernStatus
    category: ConcernCategory
    due: Due | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class ClosedConcern:
    """A concern that came to its end, and what came of it."""

    reference: str
    person: Person
    category: ConcernCategory
    outcome: str
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class ConcernRecord:
    """One concern whole."""

    row: ConcernRow
    version: int
    words: str
    about_child: bool
    position_of_trust: bool
    seen_or_heard_at: datetime | None
    told_person: bool | None
    why_not_told: str
    raised_at: datetime
    raised_by: str
    reported_to: str
    reported_at: datetime | None
    confirmed_at: datetime | None
    acknowledged_at: datetime | None
    outcome: str
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class RaisedConcern:
    """What a raiser may know of their concern."""

    reference: str
    status: ConcernStatus
    raised_at: datetime


@read(Permission.READ_CONCERNS)
def concerns(actor: Actor, now: datetime) -> tuple[ConcernRow, ...]:
    """Open concerns, what is due longest first."""
    rows = list(Concern.objects.visible_to(actor).exclude(status=ConcernStatus.CLOSED).order_by("pk"))
    people = _people(rows)
    shown = [_row(row, people, now) for row in rows]
    return tuple(sorted(shown, key=lambda row: row.due.at if row.due else now))


@read(Permission.READ_CONCERNS)
def closed_concerns(actor: Actor, query: ListQuery) -> ListPage:
    """A page of closed concerns, the last closed first: rows of `ClosedConcern`."""
    found = Concern.objects.visible_to(actor).filter(status=ConcernStatus.CLOSED)
    rows = list(found.order_by("-closed_at", "-pk")[query.start : query.stop])
    people = _people(rows)
    return ListPage([_closed(row, people) for row in rows], found.count(), query)


@read(Permission.READ_CONCERNS)
def concern(actor: Actor, reference: str, now: datetime) -> ConcernRecord:
    """One concern, open or closed."""
    row = Concern.objects.visible_to(actor).find(reference=reference)
    raiser = Staff.unscoped.filter(pk=row.raised_by).values_list("name", flat=True).first()
    return ConcernRecord(
        row=_row(row, _people([row]), now),
        version=row.version,
        words=row.words,
        about_child=row.about_child,
        position_of_trust=row.position_of_trust,
        seen_or_heard_at=row.seen_or_heard_at,
        told_person=row.told_person,
        why_not_told=row.why_not_told,
        raised_at=row.raised_at,
        raised_by=raiser or "",
        reported_to=row.reported_to,
        reported_at=row.reported_at,
        confirmed_at=row.confirmed_at,
        acknowledged_at=row.acknowledged_at,
        outcome=row.outcome,
        closed_at=row.closed_at,
    )


@read(Permission.RAISE_CONCERN)
def my_concerns(actor: Actor) -> tuple[RaisedConcern, ...]:
    """Concerns that this colleague raised, newest first: that they were raised and where they stand, and no more."""
    rows = Concern.objects.visible_to(actor).order_by("-raised_at", "-pk")[:MOST_SHOWN]
    return tuple(RaisedConcern(row.reference, ConcernStatus(row.status), row.raised_at) for row in rows)


def _people(rows: Iterable[Concern]) -> dict[int, Resident]:
    # unscoped, because a seal must not keep the lead from acting; whoever is excluded never reads the concern itself
    return Resident.unscoped.in_bulk([row.resident_id for row in rows if row.resident_id])


def _row(row: Concern, people: dict[int, Resident], now: datetime) -> ConcernRow:
    due = next_due(row)
    return ConcernRow(
        reference=row.reference,
        person=_person(row, people),
        status=ConcernStatus(row.status),
        category=ConcernCategory(row.category),
        due=due,
        overdue=due is not None and due.overdue(now),
    )


def _closed(row: Concern, people: dict[int, Resident]) -> ClosedConcern:
    return ClosedConcern(row.reference, _person(row, people), ConcernCategory(row.category), row.outcome, row.closed_at)


def _person(row: Concern, people: dict[int, Resident]) -> Person:
    if row.resident_id is None:
        return Person(None, row.about_name, "")
    resident = people[row.resident_id]
    subject = Subject("people.Resident", resident.survivor_id or resident.pk)
    return Person(subject, f"{resident.forename} {resident.surname}", resident.reference)
