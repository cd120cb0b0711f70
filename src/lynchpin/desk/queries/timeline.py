"""Everything that has happened with a person across the rooms, newest first, each room asked under its own permission.

A page of it reads the newest rows of each room and no more, so that it costs the same however long the story is. A room that
a role may not ask is left out; so is whatever that room's own scope leaves out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from lynchpin.casework.choices import Permission as Casework
from lynchpin.casework.models import Allocation, Case, Contact, Plan, WhatMatters
from lynchpin.casework.queries.holders import names_of
from lynchpin.desk.choices import Happened, Permission
from lynchpin.framework.models import Measure
from lynchpin.frontdoor.choices import Permission as Frontdoor
from lynchpin.frontdoor.models import Referral, TimelineEntry
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import LOCAL
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.notices.choices import Permission as Notices
from lynchpin.notices.models import Notice
from lynchpin.outcomes.choices import Permission as Outcomes
from lynchpin.outcomes.models import Achievement
from lynchpin.pathways.choices import Permission as Pathways
from lynchpin.pathways.models import Place, PlaceMove
from lynchpin.pathways.queries.definitions import steps_on
from lynchpin.people.models import records_of_person
from lynchpin.people.queries import ResidentBrief, person

PAGE = 20
NOON = time(12)  # when a day without an hour is taken to be, for the order alone


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: `code` says what within its kind, `about` is a name to complete it, `text` the words kept.

    `reference` is that of the record whose page tells more.
    """

    kind: Happened
    code: str
    at: datetime
    reference: str
    by_id: int | None = None
    by: str = ""
    about: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of what happened; `kinds` are those that this role may ask for at all."""

    person: ResidentBrief
    events: tuple[Event, ...]
    kinds: tuple[Happened, ...]
    page: int
    has_older: bool


@read(Permission.READ_OVERVIEW)
def timeline(actor: Actor, reference: str, *, kind: str = "", page: int = 1) -> Timeline:
    """One page, of one kind or of all. Raises `NotFound`, and for whoever is out of sight too."""
    whose = person(actor, reference)
    kinds = tuple(each for each, (permission, _read) in SOURCES.items() if actor.may(permission))
    asked = [each for each in kinds if kind in ("", each)]
    most = page * PAGE + 1
    found = [event for each in asked for event in SOURCES[each][1](actor, whose.resident_id, most)]
    newest = sorted(found, key=lambda event: event.at, reverse=True)  # each room gives its newest first, and stays so
    shown = newest[(page - 1) * PAGE : page * PAGE]
    names = names_of(event.by_id for event in shown)
    named = tuple(replace(event, by=names.get(event.by_id or 0, "")) for event in shown)
    return Timeline(whose, named, kinds, page, has_older=len(newest) > page * PAGE)


@read(Frontdoor.READ_REFERRAL)
def _referral_steps(actor: Actor, resident_id: int, most: int) -> tuple[Event, ...]:
    theirs = Referral.objects.visible_to(actor).filter(resident_id__in=records_of_person(actor, resident_id))
    references = dict(theirs.values_list("pk", "reference"))
    rows = TimelineEntry.objects.visible_to(actor).filter(referral_id__in=references).order_by("-at", "-pk")[:most]
    return tuple(
        Event(Happened.REFERRAL, row.kind, row.at, references[row.referral_id], by_id=row.by_staff) for row in rows
    )


def _cases(actor: Actor, resident_id: int) -> dict[int, Any]:
    """The person's cases in sight, by id; asked once for all kinds that belong to cases."""
    theirs = Case.objects.visible_to(actor).filter(resident_id__in=records_of_person(actor, resident_id))
    return actor.remember(("desk.cases", resident_id), lambda: {row.pk: row for row in theirs})


@read(Casework.READ_CASE)
def _case_events(actor: Actor, resident_id: int, most: int) -> tuple[Event, ...]:
    cases = _cases(actor, resident_id)
    given = Allocation.objects.visible_to(actor).filter(case_id__in=cases).order_by("-allocated_at", "-pk")[:most]
    events = [event for case in cases.values() for event in _of_case(case)]
    events += (
        Event(Happened.CASE, "allocated", row.allocated_at, cases[row.case_id].reference, by_id=row.worker_id)
        for row in given
    )
    return tuple(events)


def _of_case(case: Any) -> Iterator[Event]:
    yield Event(Happened.CASE, "opened", case.opened_at, case.reference, by_id=case.opened_by)
    if case.ended_on:
        yield Event(Happened.CASE, "closed", at_noon(case.ended_on), case.reference)


@read(Casework.READ_CASE)
def _contacts(actor: Actor, resident_id: int, most: int) -> tuple[Event, ...]:
    cases = _cases(actor, resident_id)
    rows = Contact.objects.visible_to(actor).filter(case_id__in=cases).order_by("-at", "-pk")[:most]
    return tuple(
        Event(
            Happened.CONTACT,
            row.kind,
            row.at,
            cases[row.case_id].reference,
            by_id=row.recorded_by,
            text=row.note if actor.shows("F3") else "",
        )
        for row in rows
    )


@read(Casework.READ_CASE)
def _plans(actor: Actor, resident_id: int, most: int) -> tuple[Event, ...]:
    cases = _cases(actor, resident_id)
    plans = Plan.objects.visible_to(actor).filter(case_id__in=cases).order_by("-agreed_on", "-pk")[:most]
    talks = WhatMatters.objects.visible_to(actor).filter(case_id__in=cases).order_by("-held_on", "-pk")[:most]
    agreed = (
        _on_case(cases, "agreed", row.agreed_on, row.case_id, row.recorded_by, about=str(row.edition)) for row in plans
    )
    heard = (_on_case(cases, "heard", row.held_on, row.case_id, row.recorded_by) for row in talks)
    return (*agreed, *heard)


def _on_case(cases: Mapping[int, Any], code: str, on: date, case_id: int, by_id: int | None, about: str = "") -> Event:
    return Event(Happened.PLAN, code, at_noon(on), cases[case_id].reference, by_id=by_id, about=about)


@read(Pathways.READ_PLACE)
def _pathway_moves(actor: Actor, resident_id: int, most: int) -> tuple[Event, ...]:
    theirs = Place.objects.visible_to(actor).filter(resident_id__in=records_of_person(actor, resident_id))
    places = dict(theirs.values_list("pk", "reference"))
    rows = PlaceMove.objects.visible_to(actor).filter(place_id__in=places).order_by("-moved_on", "-pk")[:most]
    names = {key: label(step) for key, step in steps_on(actor, actor.on).items()}
    return tuple(
        Event(
            Happened.PATHWAY,
            row.kind,
            at_noon(row.moved_on),
            places[row.place_id],
            by_id=row.recorded_by,
            about=names.get(row.to_step, row.to_step),
        )
        for row in rows
    )


@read(Outcomes.READ_ACHIEVEMENTS)
def _outcomes(actor: Actor, resident_id: int, most: int) -> tuple[Event, ...]:
    theirs = Achievement.objects.visible_to(actor).filter(resident_id__in=records_of_person(actor, resident_id))
    rows = list(theirs.order_by("-achieved_on", "-pk")[:most])
    cases = dict(
        Case.objects.visible_to(actor).filter(pk__in=[row.case_id for row in rows]).values_list("pk", "reference")
    )
    measures = Measure.objects.visible_to(actor).filter(key__in={row.measure_key for row in rows})
    labels = {measure.key: label(measure) for measure in measures}
    return tuple(
        Event(
            Happened.OUTCOME,
            "achieved",
            at_noon(row.achieved_on),
            cases.get(row.case_id, ""),
            by_id=row.recorded_by,
            about=labels.get(row.measure_key, row.measure_key),
        )
        for row in rows
    )


@read(Notices.READ_NOTICES)
def _notices(actor: Actor, resident_id: int, most: int) -> tuple[Event, ...]:
    theirs = Notice.objects.visible_to(actor).filter(resident_id__in=records_of_person(actor, resident_id))
    rows = theirs.order_by("-queued_at", "-pk")[:most]
    return tuple(Event(Happened.NOTICE, row.kind, row.queued_at, row.reference) for row in rows)


def at_noon(on: date) -> datetime:
    """A day as a moment of it, where no hour was kept."""
    return datetime.combine(on, NOON, LOCAL)


Source = Callable[[Actor, int, int], Iterable[Event]]
SOURCES: Mapping[Happened, tuple[str, Source]] = {
    Happened.REFERRAL: (Frontdoor.READ_REFERRAL, _referral_steps),
    Happened.CASE: (Casework.READ_CASE, _case_events),
    Happened.CONTACT: (Casework.READ_CASE, _contacts),
    Happened.PLAN: (Casework.READ_CASE, _plans),
    Happened.PATHWAY: (Pathways.READ_PLACE, _pathway_moves),
    Happened.OUTCOME: (Outcomes.READ_ACHIEVEMENTS, _outcomes),
    Happened.NOTICE: (Notices.READ_NOTICES, _notices),
}
