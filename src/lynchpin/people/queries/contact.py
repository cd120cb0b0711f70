"""How it is safe to reach people, as they last said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.people.models import ContactHold, SafeContact, asked_beside, records_asked_once, records_of_person, sight
from lynchpin.people.rules import why_not_contact


@dataclass(frozen=True, slots=True)
class SafeContactFact:
    """The newest answer of one person. No channels means that nobody may make contact."""

    subject: Subject
    channels: tuple[str, ...]
    preferred: str
    when: str
    voicemail_ok: bool
    letters_discreet: bool
    must_not_know: str
    visit_safety: str
    asked_at: datetime


def safe_contacts(actor: Actor, resident_ids: Iterable[int]) -> dict[int, SafeContactFact]:
    """The newest answers by the ids asked for, for a bound actor that is shown F2. Nobody there: ask first."""
    if not actor.shows("F2"):
        return {}
    wanted = frozenset(resident_ids)
    known: dict[int, SafeContactFact | None] = actor.remember(("people.safe", sight(actor)), dict)
    if missing := wanted - known.keys():
        asked = asked_beside(actor, missing) - known.keys()
        known |= dict.fromkeys(asked) | _safe_contacts(actor, asked)
    return {key: found for key in wanted if (found := known[key]) is not None}


def _safe_contacts(actor: Actor, asked: frozenset[int]) -> dict[int, SafeContactFact]:
    records = records_asked_once(actor, asked)
    rows = SafeContact.objects.visible_to(actor).their_own().filter(resident_id__in=records).order_by("asked_at", "pk")
    newest = {records[row.resident_id]: row for row in rows}
    persons = {each: records[each] for each in asked if each in records}
    return {each: _fact(newest[person], person) for each, person in persons.items() if person in newest}


def held_by_rooms(actor: Actor, resident_id: int) -> frozenset[str]:
    """The rooms that hold contact with a person now, and `DIED` once they have: unscoped, as it binds whoever cannot see why."""
    records = records_of_person(actor, resident_id)
    holds = ContactHold.unscoped.filter(resident_id__in=records, released_at__isnull=True)
    return frozenset(holds.values_list("room", flat=True))


def why_not_by(actor: Actor, resident_id: int, channel: str) -> Reason | None:
    """Why a way of reaching a resident is not safe now, from everything kept about the person: unscoped, and none of it shown."""
    records = records_of_person(actor, resident_id)
    newest = SafeContact.unscoped.their_own().filter(resident_id__in=records).order_by("-asked_at", "-pk")
    return why_not_contact(newest.first(), held_by_rooms(actor, resident_id), channel)


def _fact(row: SafeContact, person: int) -> SafeContactFact:
    return SafeContactFact(
        subject=Subject("people.Resident", person),
        channels=tuple(row.channels),
        preferred=row.preferred,
        when=row.when,
        voicemail_ok=row.voicemail_ok,
        letters_discreet=row.letters_discreet,
        must_not_know=row.must_not_know,
        visit_safety=row.visit_safety,
        asked_at=row.asked_at,
    )
