"""The queue, and one referral with its whole timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from lynchpin.face.context import in_language
from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, ReferralStatus
from lynchpin.frontdoor.models import Referral, TimelineEntry
from lynchpin.frontdoor.queries.owners import standing_of
from lynchpin.kernel import calendar
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Organisation, Staff
from lynchpin.people.queries import ResidentBrief, brief
from lynchpin.places.models import Cluster

REST_OF_COUNTY = "none"  # as a filter: outside every cluster
ORDER = {
    "decide_by_on": ("decide_by_on", "received_at", "pk"),
    "received_on": ("received_at", "pk"),
    "name": ("told_name", "pk"),
}
MOST_EXPORTED = 5000
ACTIONS = (
    (Permission.SCREEN_REFERRAL, ReferralStatus.SCREENING),
    (Permission.ANSWER_REFERRAL, ReferralStatus.ANSWERED),
    (Permission.ROUTE_REFERRAL, ReferralStatus.ROUTED),
    (Permission.PASS_ON_REFERRAL, ReferralStatus.PASSED_ON),
    (Permission.RECORD_PERSONS_NO, ReferralStatus.DECLINED_BY_PERSON),
)


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A referral in the queue. `days_left` counts working days; it is negative when the day has passed."""

    subjects: tuple[Subject, ...]
    reference: str
    name: str
    source: str
    urgency: str
    status: str
    cluster: str
    received_on: date
    decide_by_on: date
    days_left: int


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
class Action:
    """Something this actor may ever do with a referral, and why not now."""

    phrase: str
    why_not: Reason | None


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
    timeline: tuple[Step, ...]
    actions: tuple[Action, ...]


@read(Permission.READ_QUEUE)
def queue(actor: Actor, query: ListQuery, **chosen: Any) -> ListPage:
    """A page of the queue: what waits, unless statuses are chosen; least time left first."""
    found = _chosen(actor, chosen).order_by(*_ordered(query))
    rows = list(found[query.start : query.stop])
    return ListPage(_rows(actor, rows), found.count(), query)


@read(Permission.EXPORT_QUEUE)
def queue_to_export(actor: Actor, **chosen: Any) -> tuple[QueueRow, ...]:
    """Every row of the queue as it is filtered, least time left first, up to 5,000."""
    return tuple(_rows(actor, list(_chosen(actor, chosen).order_by(*ORDER["decide_by_on"])[:MOST_EXPORTED])))


@read(Permission.READ_REFERRAL)
def referral(actor: Actor, reference: str) -> ReferralFacts:
    """One referral with its timeline, and what may be done with it."""
    return facts_of(actor, Referral.objects.visible_to(actor).find(reference=reference))


def clusters(actor: Actor) -> dict[str, str]:
    """Names of the clusters by their keys, for a filter."""
    rows = Cluster.objects.visible_to(actor).order_by("name_en")
    return {row.key: in_language({"en": row.name_en, "cy": row.name_cy}) for row in rows}


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
        timeline=tuple(_step(actor, step, names) for step in steps),
        actions=tuple(_actions(actor, found)),
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
    order = ORDER.get(query.sort, ORDER["decide_by_on"])
    return tuple(f"-{name}" for name in order) if query.descending else order


def _rows(actor: Actor, found: Sequence[Referral]) -> list[QueueRow]:
    return [_row(each, actor.on) for each in found]


def _row(each: Referral, on: date) -> QueueRow:
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
        days_left=calendar.working_days_between(on, each.decide_by_on),
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


def _actions(actor: Actor, found: Referral) -> Iterable[Action]:
    for permission, status in ACTIONS:
        if actor.may(permission):
            why_not = rules.why_not_move(found.status, status)
            if why_not is None and status == ReferralStatus.ROUTED:
                why_not = _why_not_approach(actor, found)
            yield Action(permission.split(".")[1], why_not)


def _why_not_approach(actor: Actor, found: Referral) -> Reason | None:
    if found.resident_id is None:
        return None
    standing = standing_of(actor, found.resident_id, actor.on, asked=rules.asked(found))
    return rules.why_not_approach(standing, actor.on)
