"""A person by all their records: merged ones stand for whom they went into."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models.functions import Coalesce

from lynchpin.kernel.actor import Actor
from lynchpin.people.models.residents import (
    OF_THE_HELD_ALONE,
    SCOPES_OF_THE_HELD,
    Resident,
    persons_held_by,
    records_of,
)

FEW = 200  # people whom one worker is with


def same_person(residents: Any) -> Any:
    """Ids of every record of the people whose records these are, as a subquery: one they were merged into or that was merged into them."""
    persons = Resident.unscoped.filter(pk__in=residents).values(person=Coalesce("survivor_id", "pk"))
    return persons.union(Resident.unscoped.filter(survivor_id__in=persons).values("pk"))  # each half by its index


def same_person_as(resident_id: int) -> Any:
    """Ids of every record of one resident's person, as a subquery."""
    return same_person([resident_id])


def records_asked_once(actor: Actor, resident_ids: Iterable[int]) -> dict[int, int]:
    """The same as `records_of`, asked once for one verb or page, however many of its questions are about these people.

    Whoever sees those whom they are with has asked for them already, as every scope does.
    """
    asked = frozenset(resident_ids)
    by_holding = actor.bound is not None and actor.bound.scope in SCOPES_OF_THE_HELD
    held = persons_held_by(actor) if by_holding else {}
    if asked <= held.keys():
        persons = {held[each] for each in asked}
        return {record: person for record, person in held.items() if person in persons}
    found: dict[int, int] = actor.remember(("people.records", asked), lambda: records_of(asked))
    return found


def asked_beside(actor: Actor, resident_ids: Iterable[int]) -> frozenset[int]:
    """These people, and whoever else of a worker's own a page will ask the same about: one question instead of one a section."""
    asked = frozenset(resident_ids)
    if actor.bound is None or actor.bound.scope != OF_THE_HELD_ALONE:
        return asked
    held = persons_held_by(actor)
    return asked | held.keys() if asked <= held.keys() and len(held) <= FEW else asked


def records_of_person(actor: Actor, resident_id: int) -> frozenset[int]:
    """Ids of every record of one resident's person, asked once for one verb or page."""
    return frozenset(records_asked_once(actor, [resident_id]))


def one_at_a_time(actor: Actor, resident_id: int) -> frozenset[int]:
    """Ids of every record of one resident's person, locked, so that two verbs judge this person one after the other.

    Whoever only keeps something about the person at the same moment does not wait.
    """
    records = Resident.unscoped.filter(pk__in=records_of_person(actor, resident_id)).order_by("pk")
    return frozenset(records.select_for_update(no_key=True).values_list("pk", flat=True))


def died_on(actor: Actor, resident_id: int) -> date | None:
    """When a person died, under any of their records. Unscoped: nothing is begun for them by whoever may not see it either."""
    dead = Resident.unscoped.filter(pk__in=records_of_person(actor, resident_id), died_on__isnull=False)
    found: date | None = dead.values_list("died_on", flat=True).first()
    return found


def who_died() -> Any:
    """Ids of every record of the people who are recorded as having died, as a subquery: what was planned is not asked of them."""
    return Resident.unscoped.filter(died_on__isnull=False).values("pk")
