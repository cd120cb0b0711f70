"""Rows of people's places: the few facts by which every page of this room says whom it is about and where they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lynchpin.casework.models import Case
from lynchpin.casework.queries.holders import names_of
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.models import Pathway, Place
from lynchpin.pathways.models.places import LIVE
from lynchpin.pathways.queries.definitions import steps_on
from lynchpin.people.models import records_of_person
from lynchpin.people.queries import ResidentBrief, brief


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A person's place in a list. `name` is empty where the role is shown no names; `holder` is whoever it belongs to."""

    subject: Subject
    reference: str
    version: int
    name: str
    resident_reference: str
    case_reference: str
    pathway: str
    pathway_name: str
    step: str
    step_name: str
    number: int
    state: str
    stepped_on: date
    moved_on: date
    ended_on: date | None
    left_because: str
    holder: str
    days_on_step: int


def rows_of_places(actor: Actor, places: Sequence[Place]) -> tuple[PlaceRow, ...]:
    """Rows for places already found under the actor's scope, in their order, with a fixed number of reads."""
    people = brief(actor, {place.resident_id for place in places})
    cases = Case.objects.visible_to(actor).in_bulk([place.case_id for place in places])
    holders = names_of(case.worker_id or case.lead_id for case in cases.values())
    words = _words(actor)
    return tuple(
        _row(actor, place, cases[place.case_id], people.get(place.resident_id), holders, words) for place in places
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """Names of pathways and steps, and the steps' numbers."""

    pathways: Mapping[str, str]
    steps: Mapping[str, str]
    numbers: Mapping[str, int]


def _words(actor: Actor) -> _Words:
    steps = steps_on(actor, actor.on)
    return _Words(
        pathways={row.key: label(row) for row in Pathway.objects.visible_to(actor).order_by("sort")},
        steps={key: label(row) for key, row in steps.items()},
        numbers={key: row.number for key, row in steps.items()},
    )


def _row(
    actor: Actor, place: Place, case: Case, person: ResidentBrief | None, holders: Mapping[int, str], words: _Words
) -> PlaceRow:
    return PlaceRow(
        subject=Subject("people.Resident", place.resident_id),
        reference=place.reference,
        version=place.version,
        name=person.name if person else "",
        resident_reference=person.reference if person else "",
        case_reference=case.reference,
        pathway=place.pathway_id,
        pathway_name=words.pathways.get(place.pathway_id, place.pathway_id),
        step=place.step,
        step_name=words.steps.get(place.step, place.step),
        number=words.numbers.get(place.step, 0),
        state=place.state,
        stepped_on=place.stepped_on,
        moved_on=place.moved_on,
        ended_on=place.ended_on,
        left_because=place.left_because,
        holder=holders.get(case.worker_id or case.lead_id, ""),
        days_on_step=max((actor.on - place.stepped_on).days, 0),
    )


@read(Permission.READ_PLACE)
def places_of(actor: Actor, resident_ids: Iterable[int]) -> tuple[PlaceRow, ...]:
    """The places of these people, under any record of theirs: live ones first, then the latest moved."""
    records = {record for each in resident_ids for record in records_of_person(actor, each)}
    found = list(Place.objects.visible_to(actor).filter(resident_id__in=records).order_by("-moved_on", "-pk"))
    return rows_of_places(actor, sorted(found, key=lambda place: place.state not in LIVE))
