"""Where people, clusters and colleagues are, as the middle of an area: as near as anybody needs to know to share out cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from statistics import fmean

from lynchpin.casework.queries.holders import whereabouts_kept
from lynchpin.casework.sharing import Place
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.models import in_force
from lynchpin.people.models import Resident
from lynchpin.people.queries import current_ids
from lynchpin.places.models import Area, ClusterArea


def homes_in_areas(actor: Actor, resident_ids: Iterable[int]) -> dict[int, Place]:
    """The middle of the area each resident lives in. Missing: outside every area, out of sight, or an address kept safe."""
    persons = current_ids(resident_ids)
    told = set(persons.values()) - whereabouts_kept(persons.values())
    living = Resident.objects.visible_to(actor).filter(pk__in=told, area__isnull=False)
    codes: dict[int, str] = dict(living.values_list("pk", "area_id"))  # type: ignore[arg-type]
    places = middles(actor, codes.values())
    return {
        resident_id: places[codes[person]] for resident_id, person in persons.items() if codes.get(person, "") in places
    }


def middles(actor: Actor, codes: Iterable[str]) -> dict[str, Place]:
    """The middle of each area by code; missing where the area was loaded without one."""
    wanted = set(codes)
    if not wanted:
        return {}
    known = Area.objects.visible_to(actor).filter(code__in=wanted, latitude__isnull=False, longitude__isnull=False)
    return {area.code: Place(area.latitude or 0.0, area.longitude or 0.0) for area in known}


def cluster_centres(actor: Actor, keys: Iterable[str], on: date) -> dict[str, Place]:
    """The middle of each cluster: the mean of its areas' middles on a day."""
    within = ClusterArea.objects.visible_to(actor).filter(in_force(on), cluster_id__in=set(keys))
    members = [(str(key), str(code)) for key, code in within.values_list("cluster_id", "area_id")]
    places = middles(actor, (code for _, code in members))
    found: dict[str, list[Place]] = defaultdict(list)
    for key, code in members:
        if code in places:
            found[key].append(places[code])
    return {key: _middle(each) for key, each in found.items()}


def km_from_centre(actor: Actor, resident_id: int, cluster: str, on: date) -> float | None:
    """Kilometres from the middle of a cluster to a resident's area; nothing when either is not known."""
    home = homes_in_areas(actor, [resident_id]).get(resident_id)
    centre = cluster_centres(actor, [cluster], on).get(cluster) if home and cluster else None
    return home.km_to(centre) if home and centre else None


def bases(actor: Actor, clusters: Mapping[int, tuple[str, ...]], own: Mapping[int, str], on: date) -> dict[int, Place]:
    """Where each colleague starts from: the area recorded for them, or else the middle of their clusters."""
    centres = cluster_centres(actor, {key for keys in clusters.values() for key in keys}, on)
    places = middles(actor, own.values())
    found = {}
    for staff_id, keys in clusters.items():
        known = [centres[key] for key in keys if key in centres]
        if place := places.get(own.get(staff_id, "")) or (_middle(known) if known else None):
            found[staff_id] = place
    return found


def _middle(places: list[Place]) -> Place:
    return Place(fmean(place.latitude for place in places), fmean(place.longitude for place in places))
