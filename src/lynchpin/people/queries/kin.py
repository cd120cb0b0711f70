"""A family by name and age, for those who already work with it: unscoped, and nothing of anybody's own record."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.people.choices import FamilyRole
from lynchpin.people.models import FamilyMember, OwnRecord, Resident, records_of, records_of_person, sealed_from
from lynchpin.people.rules import age_on


@dataclass(frozen=True, slots=True)
class Kin:
    """Somebody of a family as the family's record has them. `role` is empty for whom the record is not about any more."""

    subject: Subject
    name: str
    role: str
    age: int | None

    @property
    def resident_id(self) -> int:
        return self.subject.id


def kin_of(actor: Actor, resident_id: int, also: Iterable[int] = ()) -> dict[int, Kin]:
    """A resident and their present family by id, the resident first, then adults; `also` are others who were of it.

    The caller has judged that the actor works with this family. Whoever is sealed, or hidden from this colleague, is missing.
    """
    roles = _roles(actor, resident_id)
    persons = _persons({resident_id, *roles, *also})
    hidden = sealed_from(actor)
    rows = {row.pk: row for row in persons.values() if row.pk not in hidden}
    held = {persons[key].pk: role for key, role in roles.items() if key in persons}
    found = [_kin(actor, row, held.get(row.pk, "")) for row in sorted(rows.values(), key=_eldest_first)]
    first = persons[resident_id].pk if resident_id in persons else None
    return {kin.resident_id: kin for kin in sorted(found, key=lambda kin: _rank(kin, first))}


def on_their_own(resident_ids: Iterable[int]) -> frozenset[int]:
    """Those of the ids whose record is their own, unscoped: so that no page or rule about their family says who is with them."""
    asked = frozenset(resident_ids)
    persons = records_of(asked)
    own = OwnRecord.unscoped.filter(resident_id__in=persons).values_list("resident_id", flat=True)
    theirs = {persons[record] for record in own}
    return frozenset(key for key in asked if persons.get(key) in theirs)


def _persons(ids: Collection[int]) -> dict[int, Resident]:
    """The person whom each record stands for now: few are merged, so mostly this is one statement."""
    rows = Resident.unscoped.in_bulk(list(ids))
    elsewhere = {row.survivor_id for row in rows.values() if row.survivor_id} - rows.keys()
    known = rows | Resident.unscoped.in_bulk(list(elsewhere)) if elsewhere else rows
    return {key: known[row.survivor_id or key] for key, row in rows.items()}


def _eldest_first(row: Resident) -> tuple[date, int]:
    return row.birth_date or date.max, row.pk


def _roles(actor: Actor, resident_id: int) -> dict[int, str]:
    present = FamilyMember.unscoped.filter(to_on__isnull=True)
    families = present.filter(resident_id__in=records_of_person(actor, resident_id)).values("family_id")
    return dict(present.filter(family_id__in=families).order_by("pk").values_list("resident_id", "role"))


def _kin(actor: Actor, row: Resident, role: str) -> Kin:
    name = f"{row.known_as or row.forename} {row.surname}"
    return Kin(Subject("people.Resident", row.pk), name, role, age_on(row.birth_date, actor.on))


def _rank(kin: Kin, first: int | None) -> tuple[bool, bool]:
    return kin.resident_id != first, kin.role != FamilyRole.ADULT
