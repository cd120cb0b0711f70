"""Supervision: whom one leads and when they are due, one colleague's cases to talk about, and what was agreed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Q

from lynchpin.casework import supervising
from lynchpin.casework.choices import Permission
from lynchpin.casework.models import (
    SUPERVISES,
    Case,
    Plan,
    Supervision,
    SupervisionAction,
    SupervisionRhythm,
    SupervisionTalk,
    supervised_by,
)
from lynchpin.casework.models.supervisions import SupervisionActionQuerySet
from lynchpin.casework.queries.heads import CaseRow, rows_of
from lynchpin.casework.queries.holders import names_of
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff
from lynchpin.safeguarding.queries import open_concerns

MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class CasesToTalkAbout:
    """How many of a colleague's cases need talking about. `concerns` is a count and nothing else: what they say stays in safeguarding."""

    cases: int = 0
    silent: int = 0
    late: int = 0
    reviews: int = 0
    concerns: int = 0


@dataclass(frozen=True, slots=True)
class SupervisedColleague:
    """Somebody whom the asker leads: when they last had supervision, when it is due, and their cases in numbers."""

    staff_id: int
    name: str
    last_on: date | None
    next_on: date | None
    overdue: bool
    counts: CasesToTalkAbout


@dataclass(frozen=True, slots=True)
class SupervisedCase:
    """One case of a colleague, with what about it needs talking about."""

    id: int
    row: CaseRow
    late: bool
    review_on: date | None
    review_overdue: bool


@dataclass(frozen=True, slots=True)
class ActionFact:
    """What somebody agreed to do. `mine` that the asker may mark it as done."""

    id: int
    version: int
    staff_id: int
    what: str
    owner: str
    due_on: date
    done_on: date | None
    mine: bool
    overdue: bool


@dataclass(frozen=True, slots=True)
class SupervisionFact:
    """One supervision: who held it, what was agreed, and the lines about cases that the asker sees, as (case, line)."""

    held_on: date
    supervisor: str
    actions: tuple[ActionFact, ...]
    talks: tuple[tuple[CaseRow, str], ...]


@dataclass(frozen=True, slots=True)
class SupervisionPage:
    """A colleague's supervision. `leads` is true for whoever supervises them, and only they are shown the counts."""

    colleague: SupervisedColleague
    leads: bool
    cases: tuple[SupervisedCase, ...]
    held: tuple[SupervisionFact, ...]


@dataclass(frozen=True, slots=True)
class SupervisionToRecord:
    """For the form: the colleague, the usual weeks until the next time, and their cases."""

    colleague: SupervisedColleague
    weeks: int
    cases: tuple[SupervisedCase, ...]


@read(Permission.READ_SUPERVISION)
def supervision_list(actor: Actor) -> tuple[SupervisedColleague, ...]:
    """Everybody whom the asker leads, by name: nobody is ranked."""
    led = Staff.objects.visible_to(actor).at_work(actor.on).filter(pk__in=supervised_by(actor))
    staff = list(led.order_by("name", "pk"))
    return _colleagues(actor, staff, _counts(actor, [row.pk for row in staff]))


@read(Permission.READ_SUPERVISION)
def supervisions_due(actor: Actor) -> tuple[SupervisedColleague, ...]:
    """Those whom the asker leads and who are past their day, or never had one kept; by name, without their cases."""
    led = Staff.objects.visible_to(actor).at_work(actor.on).filter(pk__in=supervised_by(actor)).order_by("name", "pk")
    return tuple(each for each in _colleagues(actor, list(led), {}) if each.overdue or each.next_on is None)


@read(Permission.READ_SUPERVISION)
def supervision_page(actor: Actor, staff_id: int) -> SupervisionPage:
    """One colleague's, or one's own. Anybody else's is not found."""
    staff, leads = _found(actor, staff_id)
    colleague = _colleagues(actor, [staff], _counts(actor, [staff_id]) if leads else {})[0]
    cases = supervised_cases(actor, staff_id) if leads else ()
    held = Supervision.objects.visible_to(actor).filter(staff_id=staff_id).order_by("-held_on", "-pk")
    return SupervisionPage(colleague, leads, cases, _supervisions(actor, list(held[:MOST_SHOWN])))


@read(Permission.RECORD_SUPERVISION)
def supervision_to_record(actor: Actor, staff_id: int) -> SupervisionToRecord:
    """For the form."""
    staff = Staff.objects.visible_to(actor).filter(pk__in=supervised_by(actor)).find(id=staff_id)
    weeks = rhythm(actor, SUPERVISES.get(actor.role, ""))
    return SupervisionToRecord(
        _colleagues(actor, [staff], _counts(actor, [staff_id]))[0], weeks, supervised_cases(actor, staff_id)
    )


@read(Permission.READ_SUPERVISION)
def actions_to_do(actor: Actor) -> tuple[ActionFact, ...]:
    """What the asker agreed to do and has not done yet, soonest first."""
    rows = list(agreed_by_me(actor).order_by("due_on", "pk")[:MOST_SHOWN])
    held = Supervision.objects.visible_to(actor).filter(pk__in=[row.supervision_id for row in rows])
    return _actions(actor, rows, {row.pk: row for row in held} if rows else {})


def agreed_by_me(actor: Actor) -> SupervisionActionQuerySet:
    """The actions that `actions_to_do` shows a bound actor."""
    return SupervisionAction.objects.visible_to(actor).to_do().filter(owner_id=actor.staff_id or 0)


def rhythm(actor: Actor, role: str) -> int:
    """Every how many weeks colleagues of a role have supervision today."""
    found = SupervisionRhythm.objects.visible_to(actor).for_role(role, actor.on).values_list("weeks", flat=True).first()
    return found or supervising.WEEKS


def supervised_cases(actor: Actor, staff_id: int) -> tuple[SupervisedCase, ...]:
    """A colleague's open cases that the asker sees, by the person's name."""
    cases = list(Case.objects.visible_to(actor).open().held_by(staff_id).order_by("pk"))
    reviews = _reviews(actor, [case.pk for case in cases])
    found = (
        SupervisedCase(
            id=case.pk,
            row=row,
            late=row.next_contact_on is not None and row.next_contact_on < actor.on,
            review_on=reviews.get(case.pk),
            review_overdue=_passed(reviews.get(case.pk), actor.on),
        )
        for case, row in zip(cases, rows_of(actor, cases), strict=True)
    )
    return tuple(sorted(found, key=lambda each: (each.row.name, each.row.reference)))


def _found(actor: Actor, staff_id: int) -> tuple[Staff, bool]:
    """A colleague whom the asker leads, or the asker; and whether they lead them."""
    led = Staff.objects.visible_to(actor).filter(pk__in=supervised_by(actor)) if actor.scope == "cluster" else None
    leads = led is not None and led.filter(pk=staff_id).exists()
    own = Q() if leads else Q(pk=actor.staff_id)
    return Staff.objects.visible_to(actor).filter(own).find(id=staff_id), leads


def _colleagues(
    actor: Actor, staff: list[Staff], counts: dict[int, CasesToTalkAbout]
) -> tuple[SupervisedColleague, ...]:
    ids = [row.pk for row in staff]
    held = Supervision.objects.visible_to(actor).filter(staff_id__in=ids).order_by().values("staff_id")
    days: dict[int, Any] = {
        row["staff_id"]: row for row in held.annotate(last_on=Max("held_on"), due_on=Max("next_on"))
    }
    return tuple(_colleague(actor, row, days.get(row.pk, {}), counts.get(row.pk)) for row in staff)


def _colleague(
    actor: Actor, staff: Staff, days: Mapping[str, date], counts: CasesToTalkAbout | None
) -> SupervisedColleague:
    next_on = days.get("due_on")
    return SupervisedColleague(
        staff_id=staff.pk,
        name=staff.name,
        last_on=days.get("last_on"),
        next_on=next_on,
        overdue=_passed(next_on, actor.on),
        counts=counts or CasesToTalkAbout(),
    )


def _counts(actor: Actor, ids: list[int]) -> dict[int, CasesToTalkAbout]:
    """Each colleague's cases in numbers, of those cases that the asker sees."""
    cases = list(Case.objects.visible_to(actor).open().filter(worker_id__in=ids))
    reviews = _reviews(actor, [case.pk for case in cases])
    concerns = open_concerns({case.resident_id for case in cases})
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for case in cases:
        late = case.next_contact_on is not None and case.next_contact_on < actor.on
        found[case.worker_id or 0].update(
            cases=1,
            silent=int(case.is_silent(actor.on)),
            late=int(late),
            reviews=int(_passed(reviews.get(case.pk), actor.on)),
            concerns=concerns.get(case.resident_id, 0),
        )
    return {staff_id: CasesToTalkAbout(**counted) for staff_id, counted in found.items()}


def _reviews(actor: Actor, case_ids: list[int]) -> dict[int, date]:
    """When the plan in force of each case is to be looked at again."""
    return Plan.objects.visible_to(actor).filter(case_id__in=case_ids).reviews()


def _passed(day: date | None, on: date) -> bool:
    return day is not None and day < on


def _supervisions(actor: Actor, held: Sequence[Supervision]) -> tuple[SupervisionFact, ...]:
    by_id = {row.pk: row for row in held}
    actions = SupervisionAction.objects.visible_to(actor).filter(supervision_id__in=by_id).order_by("due_on", "pk")
    agreed: dict[int, list[ActionFact]] = defaultdict(list)
    rows = list(actions)
    for row, fact in zip(rows, _actions(actor, rows, by_id), strict=True):
        agreed[row.supervision_id].append(fact)
    talks, names = _talks(actor, by_id), names_of(row.supervisor_id for row in held)
    return tuple(
        SupervisionFact(row.held_on, names.get(row.supervisor_id, ""), tuple(agreed[row.pk]), tuple(talks[row.pk]))
        for row in held
    )


def _actions(actor: Actor, rows: Sequence[SupervisionAction], held: dict[int, Supervision]) -> tuple[ActionFact, ...]:
    names = names_of(row.owner_id for row in rows)
    return tuple(
        ActionFact(
            id=row.pk,
            version=row.version,
            staff_id=held[row.supervision_id].staff_id,
            what=row.what,
            owner=names.get(row.owner_id, ""),
            due_on=row.due_on,
            done_on=row.done_on,
            mine=row.done_on is None and actor.staff_id in (row.owner_id, held[row.supervision_id].supervisor_id),
            overdue=row.done_on is None and row.due_on < actor.on,
        )
        for row in rows
        if row.supervision_id in held
    )


def _talks(actor: Actor, supervision_ids: Iterable[int]) -> dict[int, list[tuple[CaseRow, str]]]:
    said = list(
        SupervisionTalk.objects.visible_to(actor).filter(supervision_id__in=list(supervision_ids)).order_by("pk")
    )
    cases = list(Case.objects.visible_to(actor).filter(pk__in={row.case_id for row in said}))
    rows: dict[int, Any] = dict(zip((case.pk for case in cases), rows_of(actor, cases), strict=True))
    found: dict[int, list[tuple[CaseRow, str]]] = defaultdict(list)
    for row in said:
        if row.case_id in rows:
            found[row.supervision_id].append((rows[row.case_id], row.line))
    return found
