"""Reads about colleagues and the roles they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.organisations import reach
from lynchpin.organisations.choices import Permission, ReachKind, Role
from lynchpin.organisations.models import Account, Organisation, Reach, RoleAssignment, Staff

ORDERS = {"name": "name", "organisation": "organisation_id", "started_on": "started_on"}


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role somebody holds or held; `ended` once it grants nothing any more."""

    assignment_id: int
    version: int
    role: str
    places: str
    from_on: date
    to_on: date | None
    ended: bool


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A colleague in a list."""

    reference: str
    name: str
    organisation: str
    roles: str
    places: str
    started_on: date


@dataclass(frozen=True, slots=True)
class Colleague:
    """A colleague, with every role they hold or held. `email` is empty for those who do not look after accounts."""

    staff_id: int
    reference: str
    name: str
    organisation: str
    email: str
    speaks_welsh: bool
    works_percent: int
    started_on: date
    left_on: date | None
    roles: tuple[HeldRole, ...]


@read(Permission.READ_STAFF)
def staff_list(actor: Actor, query: ListQuery, *, role: str = "") -> ListPage:
    """Colleagues at work in the actor's scope; of one role, when it is given."""
    staff = Staff.objects.visible_to(actor).at_work(actor.on)
    if role:
        holding = RoleAssignment.objects.visible_to(actor).in_force(actor.on).filter(role=role)
        staff = staff.filter(pk__in=holding.values("staff_id"))
    order = ORDERS.get(query.sort, "name")
    rows = list(staff.order_by(f"-{order}" if query.descending else order, "pk")[query.start : query.stop])
    held, homes_of = _held_roles(actor, [row.pk for row in rows]), _organisations(actor)
    return ListPage([_row(row, held[row.pk], homes_of) for row in rows], staff.count(), query)


@read(Permission.READ_STAFF)
def colleague(actor: Actor, reference: str) -> Colleague:
    """One colleague in scope. Raises `NotFound`."""
    row = Staff.objects.visible_to(actor).find(reference=reference)
    return Colleague(
        staff_id=row.pk,
        reference=row.reference,
        name=row.name,
        organisation=_organisations(actor)[row.organisation_id],
        email=_email(actor, row),
        speaks_welsh=row.speaks_welsh,
        works_percent=row.works_percent,
        started_on=row.started_on,
        left_on=row.left_on,
        roles=tuple(_held_roles(actor, [row.pk])[row.pk]),
    )


@read(Permission.CHOOSE_ROLE)
def my_roles(actor: Actor) -> tuple[HeldRole, ...]:
    """The roles that whoever is signed in may act under today."""
    held = _held_roles(actor, [actor.staff_id] if actor.staff_id else [])
    return tuple(role for role in held[actor.staff_id] if not role.ended)


@read(Permission.ADD_ACCOUNT)
def homes(actor: Actor) -> list[tuple[str, str]]:
    """(key, name) of the organisations that a new colleague may belong to."""
    return sorted(_organisations(actor).items(), key=lambda pair: pair[1])


@read(Permission.ASSIGN_ROLE)
def places_to_reach(actor: Actor) -> dict[str, list[tuple[str, str]]]:
    """Kind of reach -> (key, name) of what an assignment may cover."""
    return {kind: reach.choices(actor, kind) for kind in (ReachKind.CLUSTER, ReachKind.ZONE)}


def _row(row: Staff, held: Iterable[HeldRole], organisations: dict[str, str]) -> StaffRow:
    current = [role for role in held if not role.ended]
    return StaffRow(
        row.reference,
        row.name,
        organisations[row.organisation_id],
        ", ".join(role.role for role in current),
        ", ".join(role.places for role in current if role.places),
        row.started_on,
    )


def _held_roles(actor: Actor, staff_ids: list[int]) -> dict[int | None, list[HeldRole]]:
    rows = list(RoleAssignment.objects.visible_to(actor).filter(staff_id__in=staff_ids).order_by("from_on", "pk"))
    places = _places(actor, [row.pk for row in rows])
    held: dict[int | None, list[HeldRole]] = defaultdict(list)
    for row in rows:
        ended = row.ended_at is not None or (row.to_on is not None and row.to_on < actor.on)
        shown = (row.pk, row.version, str(Role(row.role).label), places.get(row.pk, ""))
        held[row.staff_id].append(HeldRole(*shown, row.from_on, row.to_on, ended))
    return held


def _places(actor: Actor, assignment_ids: list[int]) -> dict[int, str]:
    names, found = reach.names(actor), defaultdict(list)
    rows = Reach.objects.visible_to(actor).filter(assignment_id__in=assignment_ids).order_by("kind", "key")
    for assignment_id, kind, key in rows.values_list("assignment_id", "kind", "key"):
        found[assignment_id].append(names.get((kind, key), key))
    return {assignment_id: ", ".join(of) for assignment_id, of in found.items()}


def _organisations(actor: Actor) -> dict[str, str]:
    return {row.key: label(row, "name") for row in Organisation.objects.visible_to(actor).order_by("key")}


def _email(actor: Actor, row: Staff) -> str:
    if not actor.may(Permission.ADD_ACCOUNT):
        return ""
    account = Account.objects.filter(pk__in=[row.account_id]).first()
    return account.email if account else ""
