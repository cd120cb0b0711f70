"""The access log: who looked, at whom, by which page. Written just before a page leaves; if it cannot be, the page does not."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from lynchpin.kernel import audit, clock, window
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import AccessEntry, AccessSubject


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose record a fact is about. Put on facts that a page shows, so that the log knows who was looked at."""

    kind: str
    id: int


@dataclass(slots=True)
class Viewing:
    """One page view in progress: what it is, and whom it has shown so far."""

    actor: Actor
    route: str
    permission: str = ""
    action: str = "read"
    status: int = 200
    reason_code: str = ""
    subjects: set[Subject] = field(default_factory=set)


_open: ContextVar[Viewing | None] = ContextVar("open_viewing", default=None)


def is_open() -> bool:
    """Whether a page view is in progress."""
    return _open.get() is not None


@contextmanager
def viewing(actor: Actor, route: str, *, permission: str = "", action: str = "read") -> Iterator[Viewing]:
    """Collect whom a view shows, and write one entry when it ends well."""
    mine = Viewing(actor, route, str(permission), action)
    token = _open.set(mine)
    try:
        yield mine
    finally:
        _open.reset(token)
    write(mine)


def write(seen: Viewing) -> None:
    """Keep one entry and its subjects."""
    actor = seen.actor
    with window.kernel_pen():
        entry = AccessEntry(
            at=clock.now(),
            action=seen.action,
            route=seen.route,
            permission=seen.permission,
            status=seen.status,
            role=actor.role,
            user_id=actor.user_id,
            staff_id=actor.staff_id,
            assignment_id=actor.assignment_id,
            organisation=actor.organisation,
            reason_code=seen.reason_code,
            request_id=audit.request_id.get(),
        )
        entry.save(force_insert=True)
        AccessSubject.objects.bulk_create(
            [AccessSubject(entry_id=entry.pk, kind=s.kind, subject_id=s.id) for s in sorted(seen.subjects, key=_order)]
        )


def note(facts: Any, actor: Actor, route: str, permission: str) -> None:
    """Add the subjects of some facts to the open page view; a read outside any page gets an entry of its own."""
    found = set(subjects_in(facts))
    if (mine := _open.get()) is not None:
        mine.subjects |= found
    elif found:
        write(Viewing(actor, route, permission, subjects=found))


def name_action(action: str, reason_code: str = "") -> None:
    """Say that the open page view is a search, list, export or print, and for which coded reason."""
    if (mine := _open.get()) is not None:
        mine.action, mine.reason_code = action, reason_code or mine.reason_code


def subjects_in(facts: Any) -> Iterator[Subject]:
    """Every subject named anywhere in frozen facts.

    Raises `TypeError` for facts that have yet to be read, because whom they will show cannot be known.
    """
    if isinstance(facts, Subject):
        yield facts
    elif dataclasses.is_dataclass(facts) and not isinstance(facts, type):
        for each in dataclasses.fields(facts):
            yield from subjects_in(getattr(facts, each.name))
    elif isinstance(facts, Mapping):
        yield from subjects_in((*facts.keys(), *facts.values()))
    elif isinstance(facts, Collection) and not isinstance(facts, str | bytes):
        for item in facts:
            yield from subjects_in(item)
    elif isinstance(facts, Iterator | QuerySet):
        raise TypeError("a read gives whole facts, not something that is read later")


def _order(subject: Subject) -> tuple[str, int]:
    return subject.kind, subject.id
