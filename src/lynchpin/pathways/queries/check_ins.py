"""Check-ins: who is to be asked, and how often a change has lasted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.db.models import F

from lynchpin.casework.queries.heads import cluster_names
from lynchpin.casework.queries.holders import names_of
from lynchpin.casework.queries.reaching import Reaching, reaching
from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.pathways.choices import CheckInPoint, CheckInState, Permission
from lynchpin.pathways.models import CheckIn
from lynchpin.pathways.rules import RECORDABLE_BEFORE, SustainedRate, rate_of
from lynchpin.people.queries import brief
from lynchpin.places.names import every_cluster

ORDERS: dict[str, Any] = {"due_on": F("due_on"), "point": F("point")}


class Period(Protocol):
    """A quarter, or any other stretch of days."""

    @property
    def starts_on(self) -> date: ...

    @property
    def ends_on(self) -> date: ...


@dataclass(frozen=True, slots=True)
class CheckInRow:
    """A check-in in a list. `days` until it is due, below nought when overdue; `phone` only where contact details are shown."""

    subject: Subject
    reference: str
    version: int
    name: str
    resident_reference: str
    language: str
    phone: str
    cluster: str
    point: str
    counted_from: date
    due_on: date
    days: int
    state: str
    asked_on: date | None
    in_their_words: str
    holder: str


@dataclass(frozen=True, slots=True)
class CheckInToRecord:
    """The person, how it is safe to reach them, and what was said at the times before."""

    head: CheckInRow
    reaching: Reaching | None
    before: tuple[CheckInRow, ...]


@dataclass(frozen=True, slots=True)
class Sustained:
    """The rate of a cluster, or of all in sight, in a period: of all check-ins, and of each point by itself."""

    starts_on: date
    ends_on: date
    overall: SustainedRate
    by_point: tuple[tuple[str, SustainedRate], ...]
    clusters: tuple[tuple[str, str], ...]


@read(Permission.READ_CHECK_INS)
def check_ins(actor: Actor, query: ListQuery, *, show: str = "", cluster: str = "") -> ListPage:
    """A page of `CheckInRow`s: those due within two weeks or overdue; `show` is `coming`, `silent` or `done`."""
    found = CheckIn.objects.visible_to(actor)
    found = found.filter(cluster_key=cluster) if cluster else found
    found = {
        "coming": found.to_ask,
        "silent": lambda: found.filter(state=CheckInState.NO_REPLY),
        "done": found.answered,
    }.get(show, lambda: found.to_ask().filter(due_on__lte=actor.on + RECORDABLE_BEFORE))()
    key = ORDERS.get(query.sort, ORDERS["due_on"])
    ordered = found.order_by(key.desc() if query.descending else key.asc(), "pk")
    return ListPage(_rows(actor, list(ordered[query.start : query.stop])), found.count(), query)


@read(Permission.READ_CHECK_INS)
def check_ins_due(actor: Actor, *, limit: int = 20) -> tuple[CheckInRow, ...]:
    """Those to be asked today or overdue, longest overdue first: one's own, or those of one's clusters."""
    due = CheckIn.objects.visible_to(actor).to_ask().filter(due_on__lte=actor.on).order_by("due_on", "pk")
    return _rows(actor, list(due[:limit]))


@read(Permission.RECORD_CHECK_IN)
def check_in_to_record(actor: Actor, reference: str) -> CheckInToRecord:
    """For the form."""
    row = CheckIn.objects.visible_to(actor).find(reference=reference)
    earlier = CheckIn.objects.visible_to(actor).answered().filter(series=row.series, due_on__lt=row.due_on)
    head, *before = _rows(actor, [row, *earlier.order_by("due_on")])
    return CheckInToRecord(head, reaching(actor, row.resident_id) if actor.shows("F2") else None, tuple(before))


@read(Permission.READ_SUSTAINED)
def sustained_rate(actor: Actor, cluster: str, period: Period) -> Sustained:
    """How many of the check-ins that fell due in a period said that it lasted; an empty cluster is all in sight.

    Numerator, denominator and silence always come together. A check-in answered early counts where it was due.
    """
    found = (
        CheckIn.objects.visible_to(actor)
        .counted()
        .filter(due_on__range=(period.starts_on, min(period.ends_on, actor.on)))
    )
    rows = list((found.filter(cluster_key=cluster) if cluster else found).values_list("point", "state"))
    return Sustained(
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        overall=rate_of(state for _, state in rows),
        by_point=tuple((key, rate_of(state for point, state in rows if point == key)) for key in CheckInPoint.values),
        clusters=_clusters(actor),
    )


def _clusters(actor: Actor) -> tuple[tuple[str, str], ...]:
    """The clusters that can be chosen: one's own, or all."""
    mine = actor.reaches("cluster")
    return tuple((key, name) for key, name in every_cluster(actor).items() if actor.scope == "all" or key in mine)


def _rows(actor: Actor, found: Sequence[CheckIn]) -> tuple[CheckInRow, ...]:
    people = brief(actor, {row.resident_id for row in found})
    holders = names_of(row.holder_id for row in found)
    places = cluster_names(actor, {row.cluster_key for row in found})
    rows = ((row, people.get(row.resident_id)) for row in found)
    return tuple(
        CheckInRow(
            subject=Subject("people.Resident", row.resident_id),
            reference=row.reference,
            version=row.version,
            name=person.name if person else "",
            resident_reference=person.reference if person else "",
            language=person.language if person else "",
            phone=person.phone if person else "",
            cluster=places.get(row.cluster_key, ""),
            point=row.point,
            counted_from=row.counted_from,
            due_on=row.due_on,
            days=(row.due_on - actor.on).days,
            state=row.state,
            asked_on=row.asked_on,
            in_their_words=row.in_their_words if actor.shows("F3") else "",
            holder=holders.get(row.holder_id, ""),
        )
        for row, person in rows
    )
