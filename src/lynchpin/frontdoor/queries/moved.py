"""Families of a run who do not live there any more: since the files were made, every adult of theirs moved elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from lynchpin.frontdoor.queries.peace import Identity, identity
from lynchpin.kernel.actor import Actor
from lynchpin.people.models import Home, Residence, Resident
from lynchpin.profiles.models import Extract, FamilyProfileQuerySet, LinkedPerson, ProfileRun


def moved_away(actor: Actor, run_id: int, found: FamilyProfileQuerySet) -> set[int]:
    """Ids of the profiles of those families. Unscoped: nobody is suggested where they lived before, whoever may not see
    their move. Never shown."""
    areas = dict(found.order_by().values_list("pk", "area_code"))
    moved = _moved(_read_on(actor, run_id))
    return {pk for pk, adults in _adults(found).items() if all(_elsewhere(moved, who, areas[pk]) for who in adults)}


def _elsewhere(moved: Mapping[Identity, set[str]], who: Identity | None, area: str) -> bool:
    return who is not None and who in moved and area not in moved[who]


def _read_on(actor: Actor, run_id: int) -> date:
    """The day of the oldest file that a run read: what is known since is newer than all that it says."""
    run = ProfileRun.objects.visible_to(actor).find(pk=run_id)
    days = Extract.objects.visible_to(actor).filter(pk__in=run.extract_ids).values_list("as_at", flat=True)
    return min(days, default=run.as_at)


def _adults(found: FamilyProfileQuerySet) -> Mapping[int, list[Identity | None]]:
    """The adults of each profile; None for one whose birth date nobody told, who is never held to have moved."""
    people = LinkedPerson.unscoped.filter(profile_id__in=found.values("pk")).exclude(role="child")
    adults: dict[int, list[Identity | None]] = defaultdict(list)
    for pk, forename, surname, born in people.values_list("profile_id", "forename", "surname", "birth_date"):
        adults[pk].append(identity(f"{forename} {surname}", born))
    return adults


def _moved(since: date) -> Mapping[Identity, set[str]]:
    """Who came to a new home after a day -> the small area of it, under each of their records."""
    rows = Residence.unscoped.filter(from_on__gt=since, to_on__isnull=True, second=False)
    homes = dict(rows.values_list("resident_id", "home_id"))
    areas = dict(Home.unscoped.filter(pk__in=homes.values(), area_id__isnull=False).values_list("pk", "area_id"))
    moved: dict[Identity, set[str]] = defaultdict(set)
    for each in Resident.unscoped.filter(pk__in=list(homes)):
        who, area = identity(f"{each.forename} {each.surname}", each.birth_date), areas.get(homes[each.pk])
        if who and area:
            moved[who].add(area)
    return moved
