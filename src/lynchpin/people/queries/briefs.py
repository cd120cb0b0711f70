"""The few facts by which another room's page says whom it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.people.models import (
    ContactHold,
    Home,
    Residence,
    Resident,
    asked_beside,
    every_record,
    records_asked_once,
    sight,
)
from lynchpin.people.rules import age_on


@dataclass(frozen=True, slots=True)
class ResidentBrief:
    """Who somebody is. Phone, e-mail and address are empty unless the permission shows F2; a protected address always is."""

    subject: Subject
    reference: str
    name: str
    known_as: str
    birth_date: date | None
    age: int | None
    sex: str
    language: str
    cluster: str
    phone: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    died_on: date | None = None

    @property
    def resident_id(self) -> int:
        return self.subject.id


def brief(actor: Actor, resident_ids: Iterable[int], *, homes: bool = True) -> dict[int, ResidentBrief]:
    """Briefs by the ids that were asked for, for a bound actor; whoever is out of sight is missing.

    A record that was merged answers with the person it was merged into. Without `homes` no address is read. A page asks for
    each person once, however many of its lists they stand in.
    """
    if not actor.shows("F1"):
        return {}
    persons = _persons(actor, frozenset(resident_ids))
    lived = _homes(actor, {row.pk for row in persons.values()}) if homes else {}
    return {key: of_record(actor, row, lived.get(row.pk)) for key, row in persons.items()}


def _persons(actor: Actor, wanted: frozenset[int]) -> dict[int, Resident]:
    """The person whom each id stands for now, as far as the actor sees them."""
    known = _known(actor)
    if missing := wanted - known.keys():
        asked = asked_beside(actor, missing) - known.keys()
        rows = _visible(actor, asked)
        survivors = _visible(actor, {row.survivor_id for row in rows.values() if row.survivor_id})
        known |= dict.fromkeys(asked)
        known |= {key: survivors.get(row.survivor_id) if row.survivor_id else row for key, row in rows.items()}
    return {key: row for key in wanted if (row := known[key]) is not None}


def _known(actor: Actor) -> dict[int, Resident | None]:
    known: dict[int, Resident | None] = actor.remember(("people.persons", sight(actor)), dict)
    return known


def found_already(actor: Actor, row: Resident) -> None:
    """Somebody whom a page found in its scope need not be asked for again."""
    if row.survivor_id is None:
        _known(actor)[row.pk] = row


def _homes(actor: Actor, resident_ids: set[int]) -> dict[int, Home]:
    shown = (actor.shows("F2"), actor.shows("F2p"), sight(actor))
    known: dict[int, Home | None] = actor.remember(("people.homes", shown), dict)
    if missing := resident_ids - known.keys():
        known |= dict.fromkeys(missing)
        known |= homes_of(actor, missing)
    return {key: home for key in resident_ids if (home := known[key]) is not None}


def current_ids(resident_ids: Iterable[int]) -> dict[int, int]:
    """The id of the surviving record for each id asked, unscoped: for joining facts of one person, never for showing."""
    rows = Resident.unscoped.filter(pk__in=list(resident_ids)).values_list("pk", "survivor_id")
    return {key: survivor or key for key, survivor in rows}


def contact_held(resident_ids: Iterable[int]) -> set[int]:
    """Those of the ids with whom contact is held, unscoped: an outreach stop binds whoever cannot see why."""
    return set(resident_ids) & every_record(_held())


def held_now(actor: Actor) -> frozenset[int]:
    """Ids of everybody with whom contact is held, unscoped, asked once for one page."""
    found: frozenset[int] = actor.remember("people.held_now", lambda: every_record(_held()))
    return found


def _held() -> Any:
    return ContactHold.unscoped.filter(released_at__isnull=True).values_list("resident_id", flat=True)


def homes_of(actor: Actor, resident_ids: Iterable[int]) -> dict[int, Home]:
    """The main home of each resident that this actor may be shown."""
    if not actor.shows("F2"):
        return {}
    records = records_asked_once(actor, resident_ids)
    lived = Residence.objects.visible_to(actor).filter(resident_id__in=records, to_on__isnull=True, second=False)
    newest_last = lived.order_by("from_on", "pk").values_list("resident_id", "home_id")
    home_ids = {records[record]: home for record, home in newest_last}
    homes = Home.objects.visible_to(actor).in_bulk(list(home_ids.values()))
    return {person: homes[home] for person, home in home_ids.items() if home in homes}


def _visible(actor: Actor, ids: Iterable[int]) -> dict[int, Resident]:
    wanted = list(ids)
    return Resident.objects.visible_to(actor).in_bulk(wanted) if wanted else {}


def of_record(actor: Actor, row: Resident, home: Home | None = None) -> ResidentBrief:
    """The brief of this very record, merged or not; `row` was read in the actor's scope."""
    return ResidentBrief(
        subject=Subject("people.Resident", row.pk),
        reference=row.reference,
        name=f"{row.forename} {row.surname}",
        known_as=row.known_as,
        birth_date=row.birth_date,
        age=age_on(row.birth_date, actor.on),
        sex=row.sex,
        language=row.language,
        cluster=row.cluster_id or "",
        died_on=row.died_on,
        **_reached_at(actor, row, home),
    )


def _reached_at(actor: Actor, row: Resident, home: Home | None) -> dict[str, Any]:
    if not actor.shows("F2"):
        return {}
    where = {"address": home.address, "postcode": home.postcode} if home else {}
    return {"phone": row.phone, "email": row.email, **where}
