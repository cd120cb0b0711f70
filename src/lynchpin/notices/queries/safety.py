"""Whether and how one resident may be written to now. Asked when a notice is queued, and again before it leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.notices import rules
from lynchpin.people.choices import Channel, RestrictionKind
from lynchpin.people.models import ContactHold, Home, Residence, Resident, Restriction, SafeContact, records_of_person


@dataclass(frozen=True, slots=True)
class WayOut:
    """The way and language of a notice, and why it may not leave, if so. `channel` is a letter's while it may not."""

    channel: str
    language: str
    reason: Reason | None


def way_out(actor: Actor, resident_id: int) -> WayOut:
    """Judge it from everything that is kept about the person: unscoped, as whoever causes a notice may see none of it."""
    records = list(Resident.unscoped.filter(pk__in=records_of_person(actor, resident_id)))
    person = next(row for row in records if row.survivor_id is None)
    ids = [row.pk for row in records]
    safe = SafeContact.unscoped.their_own().filter(resident_id__in=ids).order_by("-asked_at", "-pk").first()
    possible = _possible(person, ids, safe.channels if safe else ())
    reason = rules.why_not_send(safe, _held(ids), Channel.LETTER in possible and _protected(ids), possible)
    channel = rules.channel_of_notice(safe, possible) or Channel.LETTER
    return WayOut(str(channel), rules.language_of_notice(person.language), reason)


def _held(ids: list[int]) -> bool:
    return ContactHold.unscoped.filter(resident_id__in=ids, released_at__isnull=True).exists()


def _possible(person: Resident, ids: list[int], safe: Sequence[str]) -> list[str]:
    """The written ways that are safe and for which the details are known."""
    known = {Channel.EMAIL: bool(person.email), Channel.TEXT: bool(person.phone)}
    return [
        way for way in rules.WRITTEN if way in safe and (_has_address(ids) if way == Channel.LETTER else known[way])
    ]


def _has_address(ids: list[int]) -> bool:
    lived = Residence.unscoped.filter(resident_id__in=ids, to_on__isnull=True, second=False)
    return Home.unscoped.filter(pk__in=lived.values("home_id")).exclude(address="").exists()


def _protected(ids: list[int]) -> bool:
    live = Restriction.unscoped.filter(kind=RestrictionKind.PROTECTED_ADDRESS, lifted_at__isnull=True)
    return live.filter(resident_id__in=ids).exists()
