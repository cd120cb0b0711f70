"""People search: inside the actor's scope first, then by likeness. Every search of every room comes through here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.people.choices import Permission
from lynchpin.people.models import Home, Identifier, Residence, Resident
from lynchpin.people.queries.briefs import ResidentBrief, brief, current_ids
from lynchpin.people.queries.engines import engine
from lynchpin.people.search import CANDIDATES, Candidate, Wanted, rank, take_apart

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, most like first, and whether it was asked for anything that can be found."""

    hits: tuple[ResidentBrief, ...]
    asked: bool


@read(Permission.SEARCH_RESIDENTS)
def search_residents(actor: Actor, text: str, birth_date: date | None = None) -> Found:
    """Residents in scope like what was typed: a name, a reference, a date of birth, a postcode, or several of them."""
    wanted = take_apart(text, birth_date)
    return Found(_hits(actor, wanted), asked=wanted != Wanted(""))


@read(Permission.SEARCH_RESIDENTS)
def possible_duplicates(
    actor: Actor, name: str, birth_date: date | None = None, postcode: str = ""
) -> tuple[ResidentBrief, ...]:
    """Residents in scope who may be the person about to be added, most like first."""
    return _hits(actor, take_apart(f"{name} {postcode}", birth_date))


def _hits(actor: Actor, wanted: Wanted) -> tuple[ResidentBrief, ...]:
    if wanted.reference:
        ids = list(Resident.objects.visible_to(actor).filter(reference=wanted.reference).values_list("pk", flat=True))
    else:
        ids = rank(wanted, _candidates(actor, wanted), MOST_SHOWN)
    survivors = current_ids(ids)
    persons = dict.fromkeys(survivors[key] for key in ids)  # one person, once, in the order of the best record
    shown = brief(actor, persons)
    return tuple(shown[person] for person in persons if person in shown)


def _candidates(actor: Actor, wanted: Wanted) -> list[Candidate]:
    scope = Resident.objects.visible_to(actor)
    by_name = engine()(wanted, scope) if wanted.name else []
    numbered, at_postcode = _with_number(actor, wanted), _at_postcode(actor, wanted)
    born = _ids(scope.filter(birth_date=wanted.birth_date)) if wanted.birth_date else set()
    rows = scope.filter(pk__in={*by_name, *numbered, *at_postcode, *born})
    return [
        Candidate(key, found_by, day, key in at_postcode, key in numbered)
        for key, found_by, day in rows.values_list("pk", "search_key", "birth_date")
    ]


def _with_number(actor: Actor, wanted: Wanted) -> set[int]:
    if not wanted.number:
        return set()
    return _ids(Identifier.objects.visible_to(actor).filter(value=wanted.number), "resident_id")


def _at_postcode(actor: Actor, wanted: Wanted) -> set[int]:
    if not (wanted.postcode and actor.shows("F2")):
        return set()  # an address that may not be shown may not be searched by
    homes = Home.objects.visible_to(actor).filter(postcode=wanted.postcode)
    return _ids(
        Residence.objects.visible_to(actor).filter(home_id__in=homes.values("pk"), to_on__isnull=True), "resident_id"
    )


def _ids(rows: Any, column: str = "pk") -> set[int]:
    return set(rows.order_by("pk").values_list(column, flat=True)[:CANDIDATES])
