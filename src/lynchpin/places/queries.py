"""Reads about areas, clusters, zones and venues. No read orders places by deprivation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Organisation, in_force
from lynchpin.places.choices import AreaKind, Domain, Permission
from lynchpin.places.models import Area, Cluster, ClusterArea, DeprivationRank, Venue, Zone, ZoneArea
from lynchpin.places.names import every_cluster
from lynchpin.places.ranks import band


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """A small area. `population` is None until it is loaded; `band` is the index's published group, for staff only."""

    code: str
    name: str
    population: int | None
    longitude: float | None
    latitude: float | None
    band: str


@dataclass(frozen=True, slots=True)
class PatchRow:
    """A cluster or zone in a list. `residents` is None where the population of an area of it is not known."""

    key: str
    name: str
    areas: int
    residents: int | None


@dataclass(frozen=True, slots=True)
class ClusterFacts:
    """A cluster today, with its areas by name."""

    key: str
    version: int
    name: str
    areas: tuple[AreaFacts, ...]


@dataclass(frozen=True, slots=True)
class VenueFacts:
    """A place where people meet."""

    reference: str
    name: str
    area: str
    address: str
    postcode: str
    access_notes: str


@dataclass(frozen=True, slots=True)
class ZoneFacts:
    """A zone today: what it has first, then the areas it is made of. `candidate` says that no official list was found."""

    key: str
    name: str
    strengths: str
    venues: tuple[VenueFacts, ...]
    anchor: str
    areas: tuple[AreaFacts, ...]
    residents: int | None
    candidate: bool


@dataclass(frozen=True, slots=True)
class AreaChoice:
    """A small area that a cluster may hold, and the other cluster that holds it now, if any."""

    code: str
    name: str
    mine: bool
    other: str


@read(Permission.READ_PLACES)
def clusters(actor: Actor) -> tuple[PatchRow, ...]:
    """The clusters of today, by name."""
    rows = Cluster.objects.visible_to(actor).filter(in_force(actor.on)).order_by("key")
    return _patches(actor, rows, _members(actor, ClusterArea, "cluster_id"))


@read(Permission.READ_PLACES)
def zones(actor: Actor) -> tuple[PatchRow, ...]:
    """The zones of today, by name."""
    rows = Zone.objects.visible_to(actor).filter(in_force(actor.on)).order_by("key")
    return _patches(actor, rows, _members(actor, ZoneArea, "zone_id"))


@read(Permission.READ_PLACES)
def cluster(actor: Actor, key: str) -> ClusterFacts:
    """One cluster. Raises `NotFound`."""
    row = Cluster.objects.visible_to(actor).find(key=key)
    codes = _members(actor, ClusterArea, "cluster_id").get(key, [])
    return ClusterFacts(row.key, row.version, label(row, "name"), _areas(actor, codes))


@read(Permission.READ_PLACES)
def zone(actor: Actor, key: str) -> ZoneFacts:
    """One zone, strengths first. Ranks of its areas are shown as bands, and only to roles that may read them."""
    row = Zone.objects.visible_to(actor).find(key=key)
    held = ZoneArea.objects.visible_to(actor).filter(in_force(actor.on), zone_id=key).order_by("area_id")
    codes = [membership.area_id for membership in held]
    areas = _areas(actor, codes)
    return ZoneFacts(
        key=row.key,
        name=label(row, "name"),
        strengths=label(row, "strengths"),
        venues=_venues(actor, codes),
        anchor=_organisation_name(actor, row.anchor_key),
        areas=areas,
        residents=_residents(area.population for area in areas),
        candidate=any(membership.candidate for membership in held),
    )


@read(Permission.READ_PLACES)
def venues(actor: Actor) -> tuple[VenueFacts, ...]:
    """Every venue, by name."""
    return _venues(actor, None)


@read(Permission.DRAW_CLUSTER)
def areas_to_draw(actor: Actor, key: str) -> tuple[ClusterFacts, tuple[AreaChoice, ...]]:
    """A cluster, and every small area of its council that it may hold, by name. Raises `NotFound`."""
    row = Cluster.objects.visible_to(actor).find(key=key)
    members = _members(actor, ClusterArea, "cluster_id")
    mine = members.get(key, [])
    names = every_cluster(actor)
    holders = {code: names[holder] for holder, codes in members.items() if holder != key for code in codes}
    small = Area.objects.visible_to(actor).filter(kind=AreaKind.SMALL_AREA)
    councils = set(small.filter(code__in=mine).values_list("council_code", flat=True))
    nearby = small.filter(council_code__in=councils) if councils else small
    choices = [
        AreaChoice(a.code, label(a, "name"), a.code in mine, holders.get(a.code, "")) for a in nearby.order_by("code")
    ]
    facts = ClusterFacts(row.key, row.version, label(row, "name"), _areas(actor, mine))
    return facts, tuple(sorted(choices, key=lambda choice: choice.name))


@read(Permission.ADD_VENUE)
def areas_for_venue(actor: Actor) -> list[tuple[str, str]]:
    """(code, name) of the small areas that lie in a cluster or zone, by name."""
    members = (_members(actor, ClusterArea, "cluster_id"), _members(actor, ZoneArea, "zone_id"))
    codes = {code for held in members for of in held.values() for code in of}
    rows = Area.objects.visible_to(actor).filter(code__in=codes).order_by("code")
    return sorted(((row.code, label(row, "name")) for row in rows), key=lambda pair: pair[1])


def cluster_of_area(actor: Actor, area_code: str, on: date) -> str:
    """The key of the cluster that holds a small area on a day; empty outside every cluster. For whoever routes."""
    held = ClusterArea.objects.visible_to(actor).filter(in_force(on), area_id=area_code).order_by("pk")
    membership = held.first()
    return str(membership.cluster_id) if membership else ""


def zone_of_area(actor: Actor, area_code: str, on: date) -> str:
    """The key of the zone that holds a small area on a day; empty outside every zone. For whoever routes."""
    held = ZoneArea.objects.visible_to(actor).filter(in_force(on), area_id=area_code).order_by("pk")
    membership = held.first()
    return str(membership.zone_id) if membership else ""


def _members(actor: Actor, model: type[ClusterArea] | type[ZoneArea], whole: str) -> dict[str, list[str]]:
    """Key of each cluster or zone -> codes of its areas on the actor's day."""
    held: dict[str, list[str]] = {}
    rows = model.objects.visible_to(actor).filter(in_force(actor.on)).order_by("area_id")
    for key, code in rows.values_list(whole, "area_id"):
        held.setdefault(key, []).append(code)
    return held


def _patches(actor: Actor, rows: Iterable[Cluster | Zone], members: Mapping[str, list[str]]) -> tuple[PatchRow, ...]:
    codes = [code for of in members.values() for code in of]
    people = dict(Area.objects.visible_to(actor).filter(code__in=codes).values_list("code", "population"))
    shown = (_patch(row, [people[code] for code in members.get(row.key, [])]) for row in rows)
    return tuple(sorted(shown, key=lambda patch: patch.name))


def _patch(row: Cluster | Zone, people: list[int | None]) -> PatchRow:
    return PatchRow(row.key, label(row, "name"), len(people), _residents(people))


def _residents(people: Iterable[int | None]) -> int | None:
    counted = list(people)
    return sum(filter(None, counted)) if counted and None not in counted else None


def _areas(actor: Actor, codes: Iterable[str]) -> tuple[AreaFacts, ...]:
    bands = _bands(actor, codes)
    rows = Area.objects.visible_to(actor).filter(code__in=list(codes)).order_by("code")
    facts = (
        AreaFacts(a.code, label(a, "name"), a.population, a.longitude, a.latitude, bands.get(a.code, "")) for a in rows
    )
    return tuple(sorted(facts, key=lambda area: area.name))


def _bands(actor: Actor, codes: Iterable[str]) -> dict[str, str]:
    """Code -> the published group of the overall index in its latest edition; nothing for roles that may not read ranks."""
    if not actor.may(Permission.READ_RANKS):
        return {}
    ranks = DeprivationRank.objects.visible_to(actor).filter(domain=Domain.OVERALL)
    latest = ranks.aggregate(latest=Max("edition"))["latest"]
    found = ranks.filter(edition=latest, area_code__in=list(codes)).order_by("area_code")
    return {row.area_code: str(band(row.rank, row.out_of).label) for row in found}


def _venues(actor: Actor, codes: list[str] | None) -> tuple[VenueFacts, ...]:
    rows = Venue.objects.visible_to(actor).order_by("reference")
    held = list(rows if codes is None else rows.filter(area_id__in=codes))
    areas = Area.objects.visible_to(actor).filter(code__in={venue.area_id for venue in held}).order_by("code")
    names = {area.code: label(area, "name") for area in areas}
    facts = (_venue(venue, names.get(venue.area_id or "", "")) for venue in held)
    return tuple(sorted(facts, key=lambda venue: venue.name))


def _venue(venue: Venue, area: str) -> VenueFacts:
    words = (label(venue, "name"), area, venue.address, venue.postcode, label(venue, "access_notes"))
    return VenueFacts(venue.reference, *words)


def _organisation_name(actor: Actor, key: str) -> str:
    row = Organisation.objects.visible_to(actor).filter(key=key).first()
    return label(row, "name") if row else ""
