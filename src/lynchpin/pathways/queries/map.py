"""The map: each pathway with how many of the people in sight stand on each step, and who, for those allowed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.pathways.choices import Permission, PlaceState
from lynchpin.pathways.models import Pathway, Place
from lynchpin.pathways.models.places import LIVE, PlaceQuerySet
from lynchpin.pathways.queries.definitions import PathwayFact, pathway_facts
from lynchpin.pathways.queries.heads import PlaceRow, rows_of_places
from lynchpin.people.models import Resident

NAMED_AT_MOST = 100
ORDERS: dict[str, Any] = {"step_name": F("step"), "stepped_on": F("stepped_on"), "reference": F("reference")}


@dataclass(frozen=True, slots=True)
class PathwayOnMap:
    """A pathway, and how many stand on each of its steps; `paused` are those of them having a break."""

    pathway: PathwayFact
    people: Mapping[str, int]
    paused: int

    @property
    def total(self) -> int:
        return sum(self.people.values())


@dataclass(frozen=True, slots=True)
class OnStep:
    """Somebody on a step; `name` is empty where they are out of sight."""

    subject: Subject
    reference: str
    name: str


@dataclass(frozen=True, slots=True)
class NamedPathway:
    """A pathway on the map, with the people on each step as far as they are named."""

    on_map: PathwayOnMap
    people: Mapping[str, tuple[OnStep, ...]]


@dataclass(frozen=True, slots=True)
class PathwayPage:
    """One pathway of the map, with the people on its steps by step; `named` is false where no names are shown."""

    on_map: PathwayOnMap
    people: Mapping[str, tuple[PlaceRow, ...]]
    named: bool


@read(Permission.READ_PATHWAYS)
def pathway_map(actor: Actor) -> tuple[NamedPathway, ...]:
    """Every pathway that is offered, or that somebody is still on, with the people on it."""
    live = Place.objects.visible_to(actor).live()
    stood, people = _standing(live), _named(actor, live)
    found = (_on_map(fact, stood) for fact in pathway_facts(actor, actor.on))
    return tuple(_with_names(each, people) for each in found if each.pathway.offered or each.total)


def _with_names(on_map: PathwayOnMap, people: Mapping[str, tuple[OnStep, ...]]) -> NamedPathway:
    mine = {step.step: people.get(step.step, ()) for step in on_map.pathway.steps}
    return NamedPathway(on_map, mine)


def _named(actor: Actor, live: PlaceQuerySet) -> dict[str, tuple[OnStep, ...]]:
    """The people on each step, the longest there first, as many as a page may name; nobody where no names are shown."""
    if not actor.shows("F1"):
        return {}
    places = list(live.order_by("stepped_on", "pk")[:NAMED_AT_MOST])
    residents = Resident.objects.visible_to(actor).filter(pk__in=[place.resident_id for place in places])
    names = {
        pk: f"{forename} {surname}" for pk, forename, surname in residents.values_list("pk", "forename", "surname")
    }
    found: dict[str, tuple[OnStep, ...]] = {}
    for place in places:
        subject = Subject("people.Resident", place.resident_id)
        one = OnStep(subject, place.reference, names.get(place.resident_id, ""))
        found[place.step] = (*found.get(place.step, ()), one)
    return found


@read(Permission.READ_PATHWAYS)
def pathway_page(actor: Actor, key: str) -> PathwayPage:
    """One pathway with its steps, tests and people."""
    facts = pathway_facts(actor, actor.on, key)
    if not facts:
        raise NotFound("pathways.Pathway")
    live = Place.objects.visible_to(actor).live().filter(pathway_id=key)
    on_map = _on_map(facts[0], _standing(live))
    named = actor.shows("F1")
    rows = rows_of_places(actor, list(live.order_by("stepped_on", "pk")[:NAMED_AT_MOST])) if named else ()
    people = {step.step: tuple(row for row in rows if row.step == step.step) for step in facts[0].steps}
    return PathwayPage(on_map, people, named)


@read(Permission.READ_PLACE)
def places(actor: Actor, query: ListQuery, *, pathway: str = "", step: str = "", state: str = "") -> ListPage:
    """A page of `PlaceRow`s; those who are on a pathway now, unless another state is asked for."""
    found = Place.objects.visible_to(actor)
    found = found.filter(state=state) if state in PlaceState.values else found.filter(state__in=LIVE)
    equal = {"pathway_id": pathway, "step": step}
    found = found.filter(**{name: value for name, value in equal.items() if value})
    key = ORDERS.get(query.sort, ORDERS["stepped_on"])
    ordered = found.order_by(key.desc() if query.descending else key.asc(), "pk")
    return ListPage(rows_of_places(actor, list(ordered[query.start : query.stop])), found.count(), query)


def _standing(places: PlaceQuerySet) -> list[tuple[str, str, str]]:
    """Pathway, step and state of each place."""
    return [(str(pathway), step, state) for pathway, step, state in places.values_list("pathway_id", "step", "state")]


def _on_map(pathway: PathwayFact, stood: list[tuple[str, str, str]]) -> PathwayOnMap:
    mine = [(step, state) for key, step, state in stood if key == pathway.key]
    people = Counter(step for step, _ in mine)
    return PathwayOnMap(
        pathway,
        {step.step: people[step.step] for step in pathway.steps},
        sum(state == PlaceState.PAUSED for _, state in mine),
    )


@read(Permission.READ_PLACE)
def pathway_names(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Every pathway there has been, as (key, name), to narrow a list by."""
    return tuple((row.key, label(row)) for row in Pathway.objects.visible_to(actor).order_by("sort", "key"))
