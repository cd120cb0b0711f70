"""The queue, and one referral with its whole timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import F

from lynchpin.face.context import in_language
from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, ReferralStatus
from lynchpin.frontdoor.models import Referral, TimelineEntry
from lynchpin.frontdoor.queries.actions import Action, actions_on
from lynchpin.frontdoor.queries.brokering import Asked, asked_of
from lynchpin.frontdoor.queries.clocks import Running, closures, running
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Organisation, Staff
from lynchpin.people.queries import ResidentBrief, brief

REST_OF_COUNTY = "none"  # as a filter: outside every cluster
ORDER: dict[str, tuple[Any, ...]] = {
    "due_at": (F("due_at").asc(nulls_last=True), "received_at", "pk"),
    "received_on": (F("received_at").asc(), "pk"),
    "name": (F("told_name").asc(), "pk"),
}
MOST_EXPORTED = 5000


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A referral in the queue. `due_at` is the end of the clock that runs out first, None while none runs; on the
    `closed` days clocks stand still."""

    subjects: tuple[Subject, ...]
    reference: str
    name: str
    source: str
    urgency: str
    status: str
    cluster: str
    received_on: date
    decide_by_on: date
    clock_step: str
    due_at: datetime | None
    closed: rules.Closures
    waits: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What was told when the referral came. Contact is empty unless F2 is shown; needs and words unless F3 is."""

    name: str
    birth_date: date | None
    by: str
    from_organisation: str
    for_self: bool
    agrees: bool | None
    language: str
    phone: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    safe_contact: Mapping[str, Any] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    in_their_words: str = ""
    what_was_tried: str = ""
    steps_down_from: str = ""
    met_at: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the timeline, with the name of the colleague who took it."""

    kind: str
    at: datetime
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """One referral, as far as the permission shows it."""

    row: QueueRow
    version: int
    told: Told
    resident: ResidentBrief | None
    owner: str
    route: str
    route_reason: str
    stated_reason: str
    advice_given: str
    returned_because: str
    end_code: str
    duplicate_of: str
    brokerings: tuple[Asked, ...]
    clocks: tuple[Running, ...]
    timeline: tuple[Step, ...]
    actions: tuple[Action, ...]


@read(Permission.READ_QUEUE)
def queue(actor: Actor, query: ListQuery, **chosen: Any) -> ListPage:
    """A page of the queue: what waits, unless statuses are chosen; least time left first, whatever step it is for."""
    found = _chosen(actor, chosen).order_by(*_ordered(query))
    rows = list(found[query.start : query.stop])
    return ListPage(_rows(actor, rows), found.count(), query)


@read(Permission.EXPORT_QUEUE)
def queue_to_export(actor: Actor, **chosen: Any) -> tuple[QueueRow, ...]:
    """Every row of the queue as it is filtered, least time left first, up to 5,000."""
    found = _chosen(actor, chosen).order_by(*ORDER["due_at"])[:MOST_EXPORTED]
    return tuple(_rows(actor, list(found)))


@read(Permission.READ_REFERRAL)
def referral(actor: Actor, reference: str) -> ReferralFacts:
    """One referral with its timeline, and what may be done with it."""
    return facts_of(actor, Referral.objects.visible_to(actor).find(reference=reference))


def facts_of(actor: Actor, found: Referral) -> ReferralFacts:
    """Everything that a bound actor may be shown of a referral it has found."""
    steps = list(TimelineEntry.objects.visible_to(actor).filter(referral_id=found.pk).order_by("at", "pk"))
    names = names_of(actor, [found.owner_id, *(step.by_staff for step in steps)])
    return ReferralFacts(
        row=_rows(actor, [found])[0],
        version=found.version,
        told=_told(actor, found),
        resident=brief(actor, [found.resident_id]).get(found.resident_id) if found.resident_id else None,
        owner=names.get(found.owner_id, ""),
        route=found.route,
        route_reason=found.route_reason,
        stated_reason=found.stated_reason,
        advice_given=found.advice_given if actor.shows("F3") else "",
        returned_because=found.returned_because if found.status == ReferralStatus.RETURNED else "",
        end_code=found.end_code,
        duplicate_of=found.duplicate_of,
        brokerings=asked_of(actor, found.pk),
        clocks=running(actor, found.pk),
        timeline=tuple(_step(actor, step, names) for step in steps),
        actions=tuple(actions_on(actor, found)),
    )


def names_of(actor: Actor, staff_ids: Iterable[int | None]) -> dict[int | None, str]:
    """Names of colleagues by id; unscoped, as whoever sees a step may know which colleague took it."""
    wanted = {staff_id for staff_id in staff_ids if staff_id}
    return dict(Staff.unscoped.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def _chosen(actor: Actor, chosen: Mapping[str, Any]) -> Any:
    found, statuses = Referral.objects.visible_to(actor), chosen.get("status")
    found = found.filter(status__in=statuses) if statuses else found.waiting()
    for name in ("urgency", "source"):
        found = found.filter(**{f"{name}__in": chosen[name]}) if chosen.get(name) else found
    if cluster := chosen.get("cluster"):
        outside = cluster == REST_OF_COUNTY
        found = found.filter(cluster_id__isnull=True) if outside else found.filter(cluster_id=cluster)
    return found


def _ordered(query: ListQuery) -> tuple[str, ...]:
    first, *rest = ORDER.get(query.sort, ORDER["due_at"])
    return (first.expression.desc(nulls_last=True) if query.descending else first, *rest)


def _rows(actor: Actor, found: Sequence[Referral]) -> list[QueueRow]:
    closed = closures(actor)
    return [_row(each, closed) for each in found]


def _row(each: Referral, closed: rules.Closures) -> QueueRow:
    about = Subject("people.Resident", each.resident_id) if each.resident_id else None
    return QueueRow(
        subjects=(Subject("frontdoor.Referral", each.pk), *([about] if about else [])),
        reference=each.reference,
        name=each.told_name,
        source=each.source,
        urgency=each.urgency,
        status=each.status,
        cluster=each.cluster_id or "",
        received_on=local_date(each.received_at),
        decide_by_on=each.decide_by_on,
        clock_step=each.clock_step,
        due_at=each.due_at,
        closed=closed,
        waits=each.status in rules.WAITING,
    )


def _told(actor: Actor, found: Referral) -> Told:
    shown: dict[str, Any] = {}
    if actor.shows("F2"):
        contact = {name: getattr(found, f"told_{name}") for name in ("phone", "email", "address", "postcode")}
        shown |= contact | {"safe_contact": found.safe_contact}
    if actor.shows("F3"):
        shown |= {"needs": tuple(found.needs), "in_their_words": found.in_their_words}
        shown |= {name: getattr(found, name) for name in ("what_was_tried", "steps_down_from", "met_at")}
    return Told(
        name=found.told_name,
        birth_date=found.told_birth_date,
        by=found.told_by or names_of(actor, [found.sent_by]).get(found.sent_by, ""),
        from_organisation=_organisation(actor, found.from_organisation_id),
        for_self=found.asked_for_self,
        agrees=found.person_agrees,
        language=found.language,
        **shown,
    )


def _organisation(actor: Actor, key: str | None) -> str:
    row = Organisation.objects.visible_to(actor).filter(key=key).first() if key else None
    return in_language({"en": row.name_en, "cy": row.name_cy}) if row else ""


def _step(actor: Actor, step: TimelineEntry, names: Mapping[int | None, str]) -> Step:
    note = step.note if actor.shows("F3") else ""
    return Step(step.kind, step.at, names.get(step.by_staff, ""), note)
