"""Colleagues who are out alone: one's own visit, those of others, and the alarms of those nobody has heard from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from lynchpin.casework.choices import Permission
from lynchpin.casework.models import Case, LoneVisit, VisitStep, VisitTerms, cases_seen
from lynchpin.casework.models.visits import led_by_the_visitor, raised_by
from lynchpin.casework.queries.heads import CaseRow, rows_of
from lynchpin.casework.queries.holders import names_for, names_of
from lynchpin.casework.queries.reaching import Reaching, reaching
from lynchpin.casework.visit_choices import VisitPlace
from lynchpin.casework.visit_rules import alarm_raised_at, visit_state
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.people.queries import ResidentBrief, SafeContactFact, brief, safe_contacts

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class StepFact:
    """One thing that was done about an overdue visit."""

    kind: str
    at: datetime
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class VisitFact:
    """A visit as it stands at a moment. Of a person out of the reader's sight nothing is said: `subject` is None.

    `where` is the address as far as the reader may be shown it, or what the visitor said. `alarm_at` is since when nobody
    has heard; None while there is no alarm.
    """

    subject: Subject | None
    id: int
    version: int
    case_reference: str
    worker_id: int
    worker: str
    person: str
    place: str
    where: str
    ring_on: str
    visit_safety: str
    started_at: datetime
    due_at: datetime
    state: str
    alarm_at: datetime | None
    steps: tuple[StepFact, ...]


@dataclass(frozen=True, slots=True)
class VisitToStart:
    """What stands before the start: how it is safe, where they live as far as it may be shown, and the terms.

    `under_way` is the visit that this colleague is still down as being on.
    """

    head: CaseRow
    reaching: Reaching
    address: str
    ring_on: str
    offered: tuple[int, ...]
    under_way: VisitFact | None


def terms_on(actor: Actor) -> VisitTerms:
    """The terms of the actor's day; where none were loaded, those the service comes with."""
    return VisitTerms.objects.visible_to(actor).in_force(actor.on).first() or VisitTerms()


@read(Permission.START_VISIT)
def visit_to_start(actor: Actor, reference: str, now: datetime) -> VisitToStart:
    """For the page that starts a visit. The number is the one that this colleague gave last."""
    case = Case.objects.visible_to(actor).find(reference=reference)
    mine = LoneVisit.objects.visible_to(actor).filter(worker_id=actor.staff_id).order_by("-started_at", "-pk")
    last = mine.first()
    person = brief(actor, [case.resident_id]).get(case.resident_id)
    return VisitToStart(
        head=rows_of(actor, [case])[0],
        reaching=reaching(actor, case.resident_id),
        address=_address(person),
        ring_on=last.ring_on if last else "",
        offered=tuple(terms_on(actor).offered),
        under_way=_facts(actor, [last], now)[0] if last and last.ended_at is None else None,
    )


@read(Permission.END_VISIT)
def own_visit(actor: Actor, now: datetime) -> VisitFact | None:
    """The visit that this colleague is down as being on, if any: without the address at which they are."""
    mine = LoneVisit.objects.visible_to(actor).under_way().filter(worker_id=actor.staff_id)
    return next(iter(_facts(actor, list(mine.order_by("pk")), now, own=True)), None)


@read(Permission.READ_VISITS)
def visits_out(actor: Actor, now: datetime) -> tuple[VisitFact, ...]:
    """Everybody in reach who is out or from whom nobody has heard; alarms first, the longest of them first."""
    open_now = Q(ended_at__isnull=True) | Q(alarm_at__isnull=False)
    rows = LoneVisit.objects.visible_to(actor).filter(open_now).order_by("due_at", "pk")[:MOST_SHOWN]
    return tuple(sorted(_facts(actor, list(rows), now), key=lambda visit: visit.alarm_at is None))


@read(Permission.READ_VISITS)
def alarms(actor: Actor, now: datetime) -> tuple[VisitFact, ...]:
    """The alarms of a lead worker: at once."""
    return _facts(actor, list(LoneVisit.objects.visible_to(actor).alarming(now)[:MOST_SHOWN]), now)


@read(Permission.READ_VISITS)
def alarms_for_manager(actor: Actor, now: datetime) -> tuple[VisitFact, ...]:
    """The alarms that nobody answered in time, and at once those of visits that a lead worker made themselves."""
    late = raised_by(now - timedelta(minutes=terms_on(actor).manager_after))
    found = LoneVisit.objects.visible_to(actor).alarming(now).filter(late | led_by_the_visitor())
    return _facts(actor, list(found[:MOST_SHOWN]), now)


@read(Permission.READ_VISITS)
def alarms_for_centre(actor: Actor, now: datetime) -> tuple[VisitFact, ...]:
    """The alarms that no manager answered either; outside every cluster the centre stands in the manager's place."""
    terms = terms_on(actor)
    late = raised_by(now - timedelta(minutes=terms.centre_after))
    unmanaged = Q(cluster_id__isnull=True) & raised_by(now - timedelta(minutes=terms.manager_after))
    found = LoneVisit.objects.visible_to(actor).alarming(now).filter(late | unmanaged)
    return _facts(actor, list(found[:MOST_SHOWN]), now)


@read(Permission.ANSWER_VISIT)
def visit_to_answer(actor: Actor, visit_id: int, now: datetime) -> VisitFact:
    """One visit with everything that was done about it."""
    return _facts(actor, [LoneVisit.objects.visible_to(actor).find(pk=visit_id)], now)[0]


def _facts(actor: Actor, rows: Sequence[LoneVisit], now: datetime, *, own: bool = False) -> tuple[VisitFact, ...]:
    """Facts of visits already found under the actor's scope, with a fixed number of reads; none where there is no visit.

    Of one's own neither the address nor what was done about it is read: whoever is out needs neither.
    """
    if not rows:
        return ()
    cases = {case.pk: case for case in cases_seen(actor, id=[row.case_id for row in rows])}
    residents = [case.resident_id for case in cases.values()]
    people, safe = brief(actor, residents, homes=not own), safe_contacts(actor, residents)
    steps = defaultdict(tuple) if own else _steps_of(actor, rows)
    names = names_for(actor, [row.worker_id for row in rows])
    return tuple(_fact(row, cases.get(row.case_id), people, safe, steps[row.pk], names, now) for row in rows)


def _steps_of(actor: Actor, rows: Iterable[LoneVisit]) -> dict[int, tuple[StepFact, ...]]:
    found = VisitStep.objects.visible_to(actor).filter(visit_id__in=[row.pk for row in rows])
    done = list(found.order_by("recorded_at", "pk"))
    names = names_of(step.recorded_by for step in done)
    of: dict[int, tuple[StepFact, ...]] = defaultdict(tuple)
    for step in done:
        of[step.visit_id] += (StepFact(step.kind, step.recorded_at, names.get(step.recorded_by, ""), step.note),)
    return of


def _fact(
    row: LoneVisit,
    case: Case | None,
    people: dict[int, ResidentBrief],
    safe: dict[int, SafeContactFact],
    steps: tuple[StepFact, ...],
    names: dict[int, str],
    now: datetime,
) -> VisitFact:
    person = people.get(case.resident_id) if case else None
    asked = safe.get(case.resident_id) if case else None
    return VisitFact(
        subject=person.subject if person else None,
        id=row.pk,
        version=row.version,
        case_reference=case.reference if case else "",
        worker_id=row.worker_id,
        worker=names.get(row.worker_id, ""),
        person=person.name if person else "",
        place=row.place,
        where=_address(person) if row.place == VisitPlace.HOME else row.where,
        ring_on=row.ring_on,
        visit_safety=asked.visit_safety if asked else "",
        started_at=row.started_at,
        due_at=row.due_at,
        state=visit_state(row, now),
        alarm_at=alarm_raised_at(row, now),
        steps=steps,
    )


def _address(person: ResidentBrief | None) -> str:
    """Where they live, as far as it may be shown: a protected address is empty here."""
    return ", ".join(filter(None, (person.address, person.postcode))) if person else ""
