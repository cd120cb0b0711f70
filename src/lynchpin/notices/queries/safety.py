"""Whether and how a resident may be written to now. Asked when a notice is queued, and again before it leaves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.notices import rules
from lynchpin.people.choices import Channel, RestrictionKind
from lynchpin.people.models import (
    ContactHold,
    Home,
    Residence,
    Resident,
    Restriction,
    SafeContact,
    records_asked_once,
    records_of_person,
)


@dataclass(frozen=True, slots=True)
class WayOut:
    """The way and language of a notice, and why it may not leave, if so. `channel` is a letter's while it may not."""

    channel: str
    language: str
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept about safety, by the ids of records: the answers oldest first, and who is held, housed, protected."""

    answers: tuple[SafeContact, ...]
    held: frozenset[int]
    housed: frozenset[int]
    protected: frozenset[int]


def way_out(actor: Actor, resident_id: int) -> WayOut:
    """Judge it from everything that is kept about the person: unscoped, as whoever causes a notice may see none of it."""
    return _ways(records_of_person(actor, resident_id))[resident_id]


def ways_out(actor: Actor, resident_ids: Iterable[int]) -> dict[int, WayOut]:
    """The same for many at once, with as many statements as for one."""
    return _ways(records_asked_once(actor, resident_ids).keys())


def _ways(record_ids: Collection[int]) -> dict[int, WayOut]:
    """Every record of these people -> the way to its person."""
    people: dict[int, list[Resident]] = defaultdict(list)
    for row in Resident.unscoped.filter(pk__in=record_ids):
        people[row.survivor_id or row.pk].append(row)
    kept = _kept(record_ids)
    return {row.pk: way for records in people.values() for way in [_way(records, kept)] for row in records}


def _way(records: Sequence[Resident], kept: Kept) -> WayOut:
    ids = {row.pk for row in records}
    person = next(row for row in records if row.survivor_id is None)
    safe = next((answer for answer in reversed(kept.answers) if answer.resident_id in ids), None)
    possible = _possible(person, bool(ids & kept.housed), safe.channels if safe else ())
    protected = Channel.LETTER in possible and bool(ids & kept.protected)
    died = any(row.died_on for row in records)
    reason = rules.why_not_send(safe, bool(ids & kept.held), protected, possible, died=died)
    channel = rules.channel_of_notice(safe, possible) or Channel.LETTER
    return WayOut(str(channel), rules.language_of_notice(person.language), reason)


def _possible(person: Resident, housed: bool, safe: Sequence[str]) -> list[str]:
    """The written ways that are safe and for which the details are known."""
    known = {Channel.EMAIL: bool(person.email), Channel.TEXT: bool(person.phone), Channel.LETTER: housed}
    return [way for way in rules.WRITTEN if way in safe and known[way]]


def _kept(ids: Collection[int]) -> Kept:
    held = ContactHold.unscoped.filter(resident_id__in=ids, released_at__isnull=True)
    lived = Residence.unscoped.filter(resident_id__in=ids, to_on__isnull=True, second=False)
    housed = lived.filter(home_id__in=Home.unscoped.exclude(address="").values("pk"))
    live = Restriction.unscoped.filter(kind=RestrictionKind.PROTECTED_ADDRESS, lifted_at__isnull=True)
    return Kept(
        tuple(SafeContact.unscoped.their_own().filter(resident_id__in=ids).order_by("asked_at", "pk")),
        _residents(held),
        _residents(housed),
        _residents(live.filter(resident_id__in=ids)),
    )


def _residents(rows: object) -> frozenset[int]:
    return frozenset(rows.values_list("resident_id", flat=True))  # type: ignore[attr-defined]
