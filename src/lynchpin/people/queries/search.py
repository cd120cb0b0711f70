"""People search: inside the actor's scope first, then by likeness. Every search of every room comes through here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.people import names
from lynchpin.people.choices import Permission
from lynchpin.people.models import Home, Identifier, Residence, Resident
from lynchpin.people.queries.briefs import ResidentBrief, brief, current_ids
from lynchpin.people.queries.engines import engine
from lynchpin.people.search import CANDIDATES, Candidate, Wanted, may_be, rank, take_apart

MOST_SHOWN = 20

Alike = tuple[ResidentBrief, ...]  # most like first
Judge = Callable[[Wanted, Candidate], bool]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, most like first, and whether it was asked for anything that can be found."""

    hits: Alike
    asked: bool


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody about to be added, as told."""

    name: str
    birth_date: date | None = None
    postcode: str = ""


@read(Permission.SEARCH_RESIDENTS)
def search_residents(actor: Actor, text: str, birth_date: date | None = None) -> Found:
    """Residents in scope like what was typed: a name, a reference, a date of birth, a postcode, or several of them."""
    wanted = take_apart(text, birth_date)
    return Found(_hits(actor, [wanted])[0], asked=wanted != Wanted(""))


@read(Permission.SEARCH_RESIDENTS)
def possible_duplicates(actor: Actor, name: str, birth_date: date | None = None, postcode: str = "") -> Alike:
    """Residents in scope who may be the person about to be added, most like first."""
    return _hits(actor, [_sought(Newcomer(name, birth_date, postcode))], judge=may_be)[0]


@read(Permission.SEARCH_RESIDENTS)
def possible_duplicates_of_each(actor: Actor, newcomers: Sequence[Newcomer], most: int) -> tuple[Alike, ...]:
    """At most so many likenesses of each newcomer, in their order, by as many statements as for one."""
    return tuple(_hits(actor, [_sought(each) for each in newcomers], most, judge=may_be))


def _sought(told: Newcomer) -> Wanted:
    return Wanted(names.fold(told.name), postcode=names.postcode(told.postcode), birth_date=told.birth_date)


def _hits(actor: Actor, wanted: Sequence[Wanted], most: int = MOST_SHOWN, judge: Judge | None = None) -> list[Alike]:
    brought = zip(wanted, _candidates(actor, wanted), strict=True)
    ranked = [rank(each, [one for one in found if judge is None or judge(each, one)], most) for each, found in brought]
    survivors = current_ids({key for ids in ranked for key in ids})
    persons = [dict.fromkeys(survivors[key] for key in ids) for ids in ranked]  # one person, once, as the best record
    shown = brief(actor, {person for each in persons for person in each})
    return [tuple(shown[person] for person in each if person in shown) for each in persons]


def _candidates(actor: Actor, wanted: Sequence[Wanted]) -> list[list[Candidate]]:
    """The candidates for each of several searches: each kind of likeness is asked once for all of them."""
    scope = Resident.objects.visible_to(actor)
    by_name = engine()(wanted, scope)
    by_reference = _by(scope, "reference", {each.reference for each in wanted})
    born = _by(scope, "birth_date", {each.birth_date for each in wanted})
    numbered = _by(Identifier.objects.visible_to(actor), "value", {each.number for each in wanted}, "resident_id")
    at_postcode = _at_postcode(actor, {each.postcode for each in wanted})
    exact = [
        (by_reference[each.reference], born[each.birth_date], numbered[each.number], at_postcode[each.postcode])
        for each in wanted
    ]
    found = [set(ids).union(*others) for ids, others in zip(by_name, exact, strict=True)]
    rows = _rows(scope, set().union(*found))
    return [
        [Candidate(key, *rows[key], key in at_home, key in known | named) for key in ids if key in rows]
        for ids, (known, _, named, at_home) in zip(found, exact, strict=True)
    ]


def _rows(scope: Any, ids: Collection[int]) -> dict[int, tuple[str, date | None]]:
    rows = scope.filter(pk__in=ids).values_list("pk", "search_key", "birth_date") if ids else ()
    return {key: (found_by, day) for key, found_by, day in rows}


def _by(rows: Any, column: str, wanted: Iterable[Any], of: str = "pk") -> Mapping[Any, set[int]]:
    """Ids of the rows that hold each wanted value; nothing wanted, nothing asked."""
    values = [value for value in wanted if value]
    found: dict[Any, set[int]] = defaultdict(set)
    if values:
        held = rows.filter(**{f"{column}__in": values}).order_by("pk").values_list(column, of)
        for value, key in held[: CANDIDATES * len(values)]:
            found[value].add(key)
    return found


def _at_postcode(actor: Actor, wanted: Iterable[str]) -> Mapping[str, set[int]]:
    """An address that may not be shown may not be searched by."""
    homes = _by(Home.objects.visible_to(actor), "postcode", wanted if actor.shows("F2") else ())
    lived = Residence.objects.visible_to(actor).filter(to_on__isnull=True)
    within = _by(lived, "home_id", {home for ids in homes.values() for home in ids}, "resident_id")
    return defaultdict(set, {place: set().union(*(within[home] for home in ids)) for place, ids in homes.items()})
