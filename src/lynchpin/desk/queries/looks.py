"""Who looked at whom: the access log in words, with names of colleagues and references of those who were looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.frontdoor.models import Referral
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.choices import Permission
from lynchpin.kernel.clock import LOCAL
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.models import AccessEntry, AccessSubject
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff
from lynchpin.people.models import Resident, same_person_as

REFUSED = "refused"
MOST_SHOWN_OF_ONE_LOOK = 50
REFERENCED = {"people.Resident": Resident, "frontdoor.Referral": Referral}


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """A record that a page showed: its kind, and its reference where it has one that this reader may resolve."""

    kind: str
    reference: str


@dataclass(frozen=True, slots=True)
class LookRow:
    """One page view, search, export or refusal. `colleague` is empty for visitors without an account and for the service."""

    at: datetime
    action: str
    route: str
    permission: str
    status: int
    role: str
    colleague: str
    reason_code: str
    shown: tuple[ShownRecord, ...]
    shown_count: int


@dataclass(frozen=True, slots=True)
class LooksAtPerson:
    """A page of looks, and the person it was asked about; `unknown` says that no such reference is in sight."""

    page: ListPage
    subject: Subject | None
    unknown: bool


@read(Permission.READ_ACCESS_LOG)
def who_looked(actor: Actor, query: ListQuery, *, person: str = "", **narrowed: Any) -> LooksAtPerson:
    """A page of the access log, newest first; `narrowed` may name a colleague, an action and a day, or ask for
    looks at people alone."""
    entries = _narrowed(actor, **narrowed)
    subject = _resident(actor, person) if person else None
    if person:
        entries = entries.filter(pk__in=_looks_at(actor, subject)) if subject else entries.none()
    rows = list(entries.order_by("-at", "-pk")[query.start : query.stop])
    page = ListPage(_rows(actor, rows), entries.count(), query)
    return LooksAtPerson(page, subject, unknown=bool(person) and subject is None)


@read(Permission.READ_ACCESS_LOG)
def refusals_since(actor: Actor, at: datetime) -> int:
    """How many page views were refused or missed since a moment."""
    return AccessEntry.objects.visible_to(actor).filter(action=REFUSED, at__gte=at).count()


@read(Permission.READ_ACCESS_LOG)
def colleagues_to_ask_about(actor: Actor) -> list[tuple[int, str]]:
    """(id, name) of every colleague, those who have left too, by name."""
    return list(Staff.objects.visible_to(actor).order_by("name", "pk").values_list("pk", "name"))


def _narrowed(
    actor: Actor,
    *,
    staff_id: int | None = None,
    action: str = "",
    on: date | None = None,
    about_people: bool = False,
) -> Any:
    entries = AccessEntry.objects.visible_to(actor)
    if about_people:
        people = AccessSubject.objects.visible_to(actor).filter(kind="people.Resident")
        entries = entries.filter(pk__in=people.values("entry_id"))
    equal = {"staff_id": staff_id, "action": action}
    entries = entries.filter(**{name: value for name, value in equal.items() if value})
    if on is None:
        return entries
    begins = datetime.combine(on, time.min, LOCAL)
    return entries.filter(at__gte=begins, at__lt=datetime.combine(on + timedelta(days=1), time.min, LOCAL))


def _resident(actor: Actor, reference: str) -> Subject | None:
    try:
        found = Resident.objects.visible_to(actor).find(reference=reference)
    except NotFound:
        return None
    return Subject("people.Resident", found.survivor_id or found.pk)


def _looks_at(actor: Actor, subject: Subject) -> Any:
    records = list(Resident.objects.visible_to(actor).filter(pk__in=same_person_as(subject.id)).values_list("pk"))
    about = AccessSubject.objects.visible_to(actor).filter(kind=subject.kind, subject_id__in=[pk for (pk,) in records])
    return about.values("entry_id")


def _rows(actor: Actor, entries: list[AccessEntry]) -> list[LookRow]:
    shown = _shown(actor, [entry.pk for entry in entries])
    asked = {entry.staff_id for entry in entries if entry.staff_id}
    names = dict(Staff.objects.visible_to(actor).filter(pk__in=asked).values_list("pk", "name"))
    references = _references(actor, {each for subjects in shown.values() for each in subjects})
    return [_row(entry, names, shown.get(entry.pk, ()), references) for entry in entries]


def _shown(actor: Actor, entry_ids: list[int]) -> dict[int, list[Subject]]:
    rows = AccessSubject.objects.visible_to(actor).filter(entry_id__in=entry_ids).order_by("pk")
    found: dict[int, list[Subject]] = defaultdict(list)
    for entry_id, kind, subject_id in rows.values_list("entry_id", "kind", "subject_id"):
        found[entry_id].append(Subject(kind, subject_id))
    return found


def _references(actor: Actor, subjects: Iterable[Subject]) -> dict[Subject, str]:
    ids: dict[str, set[int]] = defaultdict(set)
    for subject in subjects:
        ids[subject.kind].add(subject.id)
    found: dict[Subject, str] = {}
    model: Any
    for kind, model in REFERENCED.items():
        rows = model.objects.visible_to(actor).filter(pk__in=ids[kind]).values_list("pk", "reference")
        found |= {Subject(kind, pk): reference for pk, reference in rows}
    return found


def _row(
    entry: AccessEntry, names: Mapping[int, str], shown: Iterable[Subject], references: Mapping[Subject, str]
) -> LookRow:
    records = tuple(ShownRecord(each.kind, references.get(each, "")) for each in shown)
    return LookRow(
        at=entry.at,
        action=entry.action,
        route=entry.route,
        permission=entry.permission,
        status=entry.status,
        role=entry.role,
        colleague=names.get(entry.staff_id or 0, ""),
        reason_code=entry.reason_code,
        shown=records[:MOST_SHOWN_OF_ONE_LOOK],
        shown_count=len(records),
    )
