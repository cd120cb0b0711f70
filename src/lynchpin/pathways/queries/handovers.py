"""Handovers as a list, as a pack to read and print, and as what closing a case asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F

from lynchpin.casework.models import Case, Contact, WhatMatters
from lynchpin.casework.queries.case import plan_in_force
from lynchpin.casework.queries.heads import CaseRow, rows_of
from lynchpin.casework.queries.holders import holder_ids, kept_away, names_of
from lynchpin.face.lists import ListPage, ListQuery, total_of
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Organisation, in_force
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.models import Handover
from lynchpin.pathways.models.handovers import SETTLED, UNDER_WAY
from lynchpin.people.queries import brief

ORDERS: dict[str, Any] = {"prepared_on": F("prepared_at"), "reference": F("reference"), "sent_on": F("sent_at")}
CONTACTS_DRAWN_ON = 5


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """A handover in a list. `to` is the colleague, or the organisation with its contact; `mine` that it came to the asker."""

    subject: Subject
    reference: str
    version: int
    name: str
    resident_reference: str
    way: str
    state: str
    to: str
    by: str
    mine: bool
    outside: bool
    prepared_on: date
    sent_on: date | None


@dataclass(frozen=True, slots=True)
class HandoverFacts:
    """The whole pack, and how far it has come. `case_reference` is empty for a receiver who does not see the case."""

    head: HandoverRow
    case_reference: str
    age: int | None
    speaks: str
    language: str
    what_changed: str
    what_matters: str
    what_was_tried: str
    agreed_by: str
    agreed_on: date
    agreed_to: str
    taken_on: date | None
    taken_by_name: str
    met_on: date | None
    went_along: str
    because: str


@dataclass(frozen=True, slots=True)
class HandoverToPrepare:
    """The person, what is already written about them, and who could take them on, as (key, name).

    `under_way` is the reference of the handover that there is already.
    """

    head: CaseRow
    under_way: str
    language: str
    what_changed: str
    what_matters: str
    what_was_tried: str
    colleagues: tuple[tuple[int, str], ...]
    organisations: tuple[tuple[str, str], ...]


@read(Permission.READ_HANDOVER)
def handovers(actor: Actor, query: ListQuery, *, show: str = "") -> ListPage:
    """A page of `HandoverRow`s: those under way, unless `show` is `came` (to me), `back` or `done`."""
    found = Handover.objects.visible_to(actor)
    found = {
        "came": lambda: found.filter(state__in=UNDER_WAY, to_staff_id=actor.staff_id or 0),
        "back": lambda: found.exclude(state__in=(*UNDER_WAY, *SETTLED)),
        "done": lambda: found.filter(state__in=SETTLED),
    }.get(show, found.under_way)()
    key = ORDERS.get(query.sort, ORDERS["prepared_on"])
    ordered = found.order_by(key.desc(nulls_last=True) if query.descending else key.asc(nulls_last=True), "pk")
    rows = handover_rows(actor, list(ordered[query.start : query.stop]))
    return ListPage(rows, total_of(query, rows, found.count), query)


@read(Permission.READ_HANDOVER)
def handover_page(actor: Actor, reference: str) -> HandoverFacts:
    """One handover with its pack."""
    row = Handover.objects.visible_to(actor).find(reference=reference)
    person = brief(actor, [row.resident_id]).get(row.resident_id)
    case = Case.objects.visible_to(actor).filter(pk=row.case_id).values_list("reference", flat=True).first()
    told = ("language", "what_changed", "what_matters", "what_was_tried", "agreed_by", "agreed_on", "agreed_to")
    came = ("taken_on", "taken_by_name", "met_on", "went_along", "because")
    return HandoverFacts(
        head=handover_rows(actor, [row])[0],
        case_reference=case or "",
        age=person.age if person else None,
        speaks=person.language if person else "",
        **{name: getattr(row, name) for name in (*told, *came)},
    )


def handover_rows(actor: Actor, found: Sequence[Handover]) -> tuple[HandoverRow, ...]:
    """Rows for handovers already found under the actor's scope, in their order."""
    people = brief(actor, {row.resident_id for row in found})
    colleagues = names_of(staff_id for row in found for staff_id in (row.to_staff_id, row.prepared_by))
    places = organisation_names(actor, {row.to_organisation_id for row in found if row.to_organisation_id})
    return tuple(
        HandoverRow(
            subject=Subject("people.Resident", row.resident_id),
            reference=row.reference,
            version=row.version,
            name=people[row.resident_id].name if row.resident_id in people else "",
            resident_reference=people[row.resident_id].reference if row.resident_id in people else "",
            way=row.way,
            state=row.state,
            to=receiver_of(row, colleagues, places),
            by=colleagues.get(row.prepared_by, ""),
            mine=row.to_staff_id is not None and row.to_staff_id == actor.staff_id,
            outside=row.to_staff_id is None,
            prepared_on=local_date(row.prepared_at),
            sent_on=local_date(row.sent_at) if row.sent_at else None,
        )
        for row in found
    )


def receiver_of(row: Handover, colleagues: dict[int, str], places: dict[str, str]) -> str:
    """Who takes the person on: a colleague's name, or an organisation with its contact and their role."""
    if row.to_staff_id is not None:
        return colleagues.get(row.to_staff_id, "")
    return f"{places.get(row.to_organisation_id or '', '')} – {row.contact_name}, {row.contact_role}"


def may_take_on(actor: Actor, staff_id: int, resident_id: int) -> bool:
    """Whether a person can be handed to this colleague today: they hold cases, and nothing keeps them from the person."""
    return staff_id in holder_ids(actor.on, (staff_id,)) - kept_away(actor, resident_id)


def under_way_of(actor: Actor, case_id: int) -> str:
    """The reference of a case's handover that is under way; empty where there is none."""
    found = Handover.objects.visible_to(actor).under_way().filter(case_id=case_id)
    return found.values_list("reference", flat=True).first() or ""


def organisation_names(actor: Actor, keys: set[str]) -> dict[str, str]:
    """Names of organisations by key, in the active language."""
    rows = Organisation.objects.visible_to(actor).filter(key__in=keys) if keys else ()
    return {row.key: label(row, "name") for row in rows}


def handed_to(actor: Actor, case_id: int, *, since: datetime | None = None) -> str:
    """Who took the person of a case on, once they met or that was waived; empty while nobody has. For closing the case.

    `since` is when the case was closed before: a case that was taken up again is handed over anew.
    """
    rows = Handover.objects.visible_to(actor).filter(case_id=case_id, state__in=SETTLED)
    row = (rows.filter(prepared_at__gt=since) if since else rows).order_by("-settled_at", "-pk").first()
    if row is None:
        return ""
    places = organisation_names(actor, {row.to_organisation_id} - {None})  # type: ignore[arg-type]
    return receiver_of(row, names_of([row.to_staff_id]), places)[:240]


@read(Permission.PREPARE_HANDOVER)
def handover_to_prepare(actor: Actor, reference: str) -> HandoverToPrepare:
    """For the form, with what is written in the case already, so that nothing is told twice."""
    case = Case.objects.visible_to(actor).find(reference=reference)
    talk = WhatMatters.objects.visible_to(actor).filter(case=case).order_by("-held_on", "-pk").first()
    plan = plan_in_force(actor, case)
    changed = [f"{goal.in_their_words}: {goal.start} → {goal.latest}" for goal in (plan.goals if plan else ())]
    notes = Contact.objects.visible_to(actor).filter(case=case).exclude(next_step="").order_by("-at", "-pk")
    tried = list(notes.values_list("next_step", flat=True)[:CONTACTS_DRAWN_ON])
    return HandoverToPrepare(
        head=rows_of(actor, [case])[0],
        under_way=under_way_of(actor, case.pk),
        language=talk.language if talk else "",
        what_changed="\n".join(changed),
        what_matters=talk.outcomes if talk else "",
        what_was_tried="\n".join(dict.fromkeys(tried)),
        colleagues=_colleagues(actor, case),
        organisations=_organisations(actor),
    )


def _colleagues(actor: Actor, case: Case) -> tuple[tuple[int, str], ...]:
    ids = holder_ids(actor.on) - kept_away(actor, case.resident_id) - {case.worker_id or case.lead_id}
    return tuple(sorted(names_of(ids).items(), key=lambda item: item[1]))


def _organisations(actor: Actor) -> tuple[tuple[str, str], ...]:
    rows = Organisation.objects.visible_to(actor).filter(in_force(actor.on))
    return tuple(sorted(((row.key, label(row, "name")) for row in rows), key=lambda item: item[1]))
