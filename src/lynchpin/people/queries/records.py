"""One resident, as the pages of this room show and edit them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lynchpin.face.context import in_language
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.page import read
from lynchpin.people.choices import Permission
from lynchpin.people.models import FamilyMember, Residence, Resident
from lynchpin.people.queries.briefs import ResidentBrief, brief, contact_held, homes_of, records_of, whole_records_of
from lynchpin.people.queries.contact import SafeContactFact, safe_contacts
from lynchpin.places.choices import AreaKind
from lynchpin.places.models import Area

MOST_HOUSEMATES = 8


@dataclass(frozen=True, slots=True)
class Relative:
    """Another member of a family of the resident, and their part in it."""

    brief: ResidentBrief
    role: str


@dataclass(frozen=True, slots=True)
class ResidentRecord:
    """A person as this room knows them. `safe_contact` is None until they were asked."""

    brief: ResidentBrief
    safe_contact: SafeContactFact | None
    relatives: tuple[Relative, ...]
    contact_held: bool


@dataclass(frozen=True, slots=True)
class FamilyToForm:
    """Whose family is about to be formed, and who lives under the same roof, as far as the actor may be shown homes."""

    person: ResidentBrief
    housemates: tuple[ResidentBrief, ...]


@dataclass(frozen=True, slots=True)
class ToEdit:
    """A resident to edit: who it is, and what is stored now by the names of the form's fields, version included."""

    brief: ResidentBrief
    stored: Mapping[str, Any]


def person(actor: Actor, reference: str) -> ResidentBrief:
    """Who a reference is, for a bound actor; a merged record's reference leads to the survivor. Raises `NotFound`."""
    row = Resident.objects.visible_to(actor).find(reference=reference)
    shown = brief(actor, [row.pk])
    if row.pk not in shown:
        raise NotFound("people.Resident")
    return shown[row.pk]


@read(Permission.READ_RESIDENT)
def resident(actor: Actor, reference: str) -> ResidentRecord:
    """One resident with their safe contact and family, as far as the actor sees them."""
    shown = person(actor, reference)
    key = shown.resident_id
    return ResidentRecord(
        shown, safe_contacts(actor, [key]).get(key), relatives_of(actor, key), bool(contact_held([key]))
    )


@read(Permission.AMEND_RESIDENT)
def resident_to_amend(actor: Actor, reference: str) -> ToEdit:
    """A resident's particulars as stored."""
    row = _surviving(actor, reference)
    names = ("forename", "surname", "known_as", "birth_date", "sex", "language", "phone", "email", "version")
    return ToEdit(_shown(actor, row), {name: getattr(row, name) for name in names})


@read(Permission.MOVE_RESIDENT)
def resident_to_move(actor: Actor, reference: str) -> ToEdit:
    """Who is about to move; the new home starts empty."""
    row = _surviving(actor, reference)
    return ToEdit(_shown(actor, row), {"version": row.version, "second": False, "moved_on": actor.on})


@read(Permission.RECORD_SAFE_CONTACT)
def safe_contact_to_record(actor: Actor, reference: str) -> ToEdit:
    """What was answered last, if anything."""
    row = _surviving(actor, reference)
    last = safe_contacts(actor, [row.pk]).get(row.pk)
    names = ("preferred", "when", "voicemail_ok", "letters_discreet", "must_not_know", "visit_safety")
    answers = {name: getattr(last, name) for name in names} if last else {}
    channels = {"channels": list(last.channels), "nobody": not last.channels} if last else {}
    return ToEdit(_shown(actor, row), {"version": row.version, **answers, **channels})


@read(Permission.FORM_FAMILY)
def family_to_form(actor: Actor, reference: str) -> FamilyToForm:
    """Who may belong together, the eldest first."""
    whose = person(actor, reference)
    at_home = brief(actor, _housemates(actor, whose.resident_id)).values()
    return FamilyToForm(whose, tuple(sorted(at_home, key=lambda each: (-(each.age or 0), each.name))))


def _housemates(actor: Actor, resident_id: int) -> list[int]:
    """Ids of those whose main home is this person's main home; nobody where that home may not be shown."""
    home = homes_of(actor, [resident_id]).get(resident_id)
    if home is None:
        return []
    lived = Residence.objects.visible_to(actor).filter(home=home, to_on__isnull=True, second=False)
    same_roof = lived.exclude(resident_id__in=records_of([resident_id]))
    return list(same_roof.order_by("pk").values_list("resident_id", flat=True)[:MOST_HOUSEMATES])


def relatives_of(actor: Actor, resident_id: int) -> tuple[Relative, ...]:
    """The others of a resident's present families, as far as a bound actor sees them."""
    memberships = FamilyMember.objects.visible_to(actor).filter(to_on__isnull=True)
    families = memberships.filter(resident_id__in=whole_records_of(actor, [resident_id])).values("family_id")
    roles = dict(memberships.filter(family_id__in=families).order_by("pk").values_list("resident_id", "role"))
    shown = brief(actor, roles)
    others = {each.resident_id: Relative(each, roles[key]) for key, each in shown.items()}
    others.pop(resident_id, None)
    return tuple(others.values())


def areas_to_choose(on: date) -> list[tuple[str, str]]:
    """Small areas in the active language, (code, name) by name: the same for everybody."""
    rows = Area.unscoped.filter(kind=AreaKind.SMALL_AREA, valid_to__isnull=True)
    named = rows.values_list("code", "name_en", "name_cy")
    choices = [(code, in_language({"en": english, "cy": welsh or english})) for code, english, welsh in named]
    return sorted(choices, key=lambda choice: choice[1])


def _surviving(actor: Actor, reference: str) -> Resident:
    return Resident.objects.visible_to(actor).surviving().find(reference=reference)


def _shown(actor: Actor, row: Resident) -> ResidentBrief:
    return brief(actor, [row.pk])[row.pk]
