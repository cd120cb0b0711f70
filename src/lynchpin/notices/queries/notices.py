"""Notices for those who check and post them: each shows its one person, and nobody else of the household."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import NotFound, Reason
from lynchpin.kernel.page import read
from lynchpin.notices.choices import NoticeKind, NoticeState, Permission
from lynchpin.notices.letters import Letter, letters, names_a_past_day
from lynchpin.notices.models import Notice
from lynchpin.notices.queries.safety import WayOut, way_out
from lynchpin.people.choices import Channel
from lynchpin.people.queries import ResidentBrief, brief, safe_contacts

SORTS = {"queued_at": "queued_at", "kind": "kind", "state": "state"}
OPEN = (NoticeState.WAITING, NoticeState.HELD, NoticeState.CHECKED)


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice in the queue."""

    reference: str
    recipient: ResidentBrief
    kind: NoticeKind
    channel: Channel
    language: str
    state: NoticeState
    queued_at: datetime


@dataclass(frozen=True, slots=True)
class NoticeRecord:
    """One notice with its words as they would leave now, and why they may not, if so.

    `out_of_date` says that a day it names has passed; `next_to_check` is the reference of another one that waits.
    """

    row: NoticeRow
    version: int
    letters: tuple[Letter, ...]
    plain_envelope: bool
    out_of_date: bool
    next_to_check: str
    why_not: Reason | None


@read(Permission.READ_NOTICES)
def notices(actor: Actor, query: ListQuery, *, state: str = "") -> ListPage:
    """A page of notices in one state; without one, all that have not left or been cancelled. Oldest first unless sorted."""
    found = Notice.objects.visible_to(actor).filter(state__in=[state] if state in NoticeState.values else OPEN)
    order = SORTS.get(query.sort, "queued_at")
    ordered = found.order_by(f"-{order}" if query.descending else order, "pk")
    rows = list(ordered[query.start : query.stop])
    return ListPage(rows_of(actor, rows), found.count(), query)


@read(Permission.READ_NOTICES)
def notice(actor: Actor, reference: str) -> NoticeRecord:
    """One notice."""
    row = Notice.objects.visible_to(actor).find(reference=reference)
    shown = rows_of(actor, [row])
    if not shown:
        raise NotFound("notices.Notice")
    return _record(actor, row, shown[0], way_out(actor, row.resident_id))


def _record(actor: Actor, row: Notice, shown: NoticeRow, way: WayOut) -> NoticeRecord:
    person = shown.recipient
    safe = safe_contacts(actor, [person.resident_id]).get(person.resident_id)
    name = person.known_as or person.name
    return NoticeRecord(
        row=shown,
        version=row.version,
        letters=letters(row.kind, row.language, name, row.about_reference, row.params, on=local_date(row.queued_at)),
        plain_envelope=bool(safe and safe.letters_discreet),
        out_of_date=names_a_past_day(row.params, actor.on),
        next_to_check=_next_to_check(actor, row),
        why_not=way.reason,
    )


def _next_to_check(actor: Actor, row: Notice) -> str:
    """The one that has waited longest after this one; at the end of the queue, whichever has waited longest of all."""
    waiting = Notice.objects.visible_to(actor).to_be_checked().exclude(pk=row.pk).order_by("queued_at", "pk")
    after = waiting.filter(Q(queued_at__gt=row.queued_at) | Q(queued_at=row.queued_at, pk__gt=row.pk))
    found = after.values_list("reference", flat=True).first() or waiting.values_list("reference", flat=True).first()
    return found or ""


def rows_of(actor: Actor, rows: Iterable[Notice]) -> list[NoticeRow]:
    """Rows for notices already found under the actor's scope, in their order; those whose person is out of sight are missing."""
    rows = list(rows)
    people = brief(actor, {row.resident_id for row in rows})
    return [_row(row, people[row.resident_id]) for row in rows if row.resident_id in people]


def _row(row: Notice, recipient: ResidentBrief) -> NoticeRow:
    return NoticeRow(
        reference=row.reference,
        recipient=recipient,
        kind=NoticeKind(row.kind),
        channel=Channel(row.channel),
        language=row.language,
        state=NoticeState(row.state),
        queued_at=row.queued_at,
    )
