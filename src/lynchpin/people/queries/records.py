"""One resident, as the pages of this room show and edit them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lynchpin.face.context import in_language
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.page import read
from lynchpin.people.choices import Permission
from lynchpin.people.models import OwnRecord, Residence, Resident, kept_from_family, records_of_person
from lynchpin.people.queries.briefs import ResidentBrief, brief, contact_held, found_already, homes_of
from lynchpin.people.queries.contact import SafeContactFact, safe_contacts
from lynchpin.people.queries.families import FamilyFacts, families_of
from lynchpin.people.queries.kin import Kin, kin_of
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
    """A person as this room knows them. `safe_contact` is None until they were asked.

    `by_name` are those of the family whose record is their own; `own_since` is when this person's became theirs.
    """

    brief: ResidentBrief
    safe_contact: SafeContactFact | None
    families: tuple[FamilyFacts, ...]
    by_name: tuple[Relative, ...]
    contact_held: bool
    own_since: date | None = None

    @property
    def relatives(self) -> tuple[Relative, ...]:
        """The others of their present families, each once."""
        return *_relatives(self.families, self.brief.resident_id), *self.by_name


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
    found_already(actor, row)
    shown = brief(actor, [row.pk])
    if row.pk not in shown:
        raise NotFound("people.Resident")
    return shown[row.pk]


@read(Permission.READ_RESIDENT)
def resident(actor: Actor, reference: str) -> ResidentRecord:
    """One resident with their safe contact and family, as far as the actor sees them."""
    shown = person(actor, reference)
    key = shown.resident_id
    own = (
        OwnRecord.objects.visible_to(actor)
        .filter(resident_id__in=records_of_person(actor, key))
        .order_by("began_at")
        .first()
    )
    return ResidentRecord(
        shown,
        safe_contacts(actor, [key]).get(key),
        families_of(actor, key),
        _kept_by_name(actor, key),
        bool(contact_held([key])),
        local_date(own.began_at) if own else None,
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


@read(Permission.RECORD_DEATH)
def resident_who_died(actor: Actor, reference: str) -> ToEdit:
    """Whose death is about to be recorded."""
    row = _surviving(actor, reference)
    return ToEdit(_shown(actor, row), {"version": row.version})


@read(Permission.TAKE_BACK_DEATH)
def resident_who_is_alive(actor: Actor, reference: str) -> ToEdit:
    """Whose death is about to be taken back."""
    row = _surviving(actor, reference)
    return ToEdit(_shown(actor, row), {"version": row.version})


@read(Permission.RECORD_SAFE_CONTACT)
def safe_contact_to_record(actor: Actor, reference: str) -> ToEdit:
    """What was answered last, if anything."""
    row = _surviving(actor, reference)
    last = safe_contacts(actor, [row.pk]).get(row.pk)
    names = ("preferred", "when", "voicemail_ok", "letters_discreet", "must_not_know", "visit_safety")
    answers = {name: getattr(last, name) for name in names} if last else {}
    channels = {"channels": list(last.channels), "nobody": not last.channels} if last else {}
    return ToEdit(_shown(actor, row), {"version": row.version, **answers, **channels})


@read(Permission.BEGIN_OWN_RECORD)
def resident_for_own_record(actor: Actor, reference: str) -> ResidentBrief:
    """Whose record is about to be their own."""
    return person(actor, reference)


@read(Permission.BEGIN_OWN_RECORD)
def is_still_in_sight(actor: Actor, reference: str) -> bool:
    """Whether the asker, having begun somebody's own record, may go on to their page."""
    return Resident.objects.visible_to(actor).filter(reference=reference).exists()


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
    same_roof = lived.exclude(resident_id__in=records_of_person(actor, resident_id))
    return list(same_roof.order_by("pk").values_list("resident_id", flat=True)[:MOST_HOUSEMATES])


def relatives_of(actor: Actor, resident_id: int) -> tuple[Relative, ...]:
    """The others of a resident's present families, as far as a bound actor sees them."""
    return *_relatives(families_of(actor, resident_id), resident_id), *_kept_by_name(actor, resident_id)


def _relatives(families: tuple[FamilyFacts, ...], resident_id: int) -> tuple[Relative, ...]:
    others = {each.brief.resident_id: each for family in families for each in family.others(resident_id)}
    return tuple(Relative(each.brief, each.role) for each in others.values())


def _kept_by_name(actor: Actor, resident_id: int) -> tuple[Relative, ...]:
    """Young people whose record is their own stay in their family's record, by name and nothing more."""
    kept = kept_from_family(actor)
    kin = kin_of(actor, resident_id).values() if kept else ()
    return tuple(Relative(_name_only(each), each.role) for each in kin if each.resident_id in kept and each.role)


def _name_only(kin: Kin) -> ResidentBrief:
    return ResidentBrief(kin.subject, "", kin.name, "", None, None, "", "", "")


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
