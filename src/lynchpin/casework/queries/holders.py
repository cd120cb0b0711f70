"""Who may hold cases, and who is kept away from a person: asked whole, as neither is in a lead worker's own scope."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from lynchpin.casework import rules
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.models import Reach, RoleAssignment, Staff
from lynchpin.people.choices import RestrictionKind
from lynchpin.people.models import Restriction, every_record, records_of, records_of_person


def holder_ids(
    on: date, among: Iterable[int] | None = None, roles: Iterable[str] = rules.HOLDING_ROLES
) -> frozenset[int]:
    """Ids of colleagues whose role on a day is to hold cases, or one of the roles asked for."""
    held = RoleAssignment.unscoped.in_force(on).filter(role__in=roles)
    if among is not None:
        held = held.filter(staff_id__in=list(among))
    return frozenset(held.values_list("staff_id", flat=True))


def holders_in(cluster: str, on: date) -> frozenset[int]:
    """Ids of colleagues whose role on a day is to hold cases in a cluster."""
    here = Reach.unscoped.filter(kind="cluster", key=cluster).values("assignment_id")
    held = RoleAssignment.unscoped.in_force(on).filter(role__in=rules.HOLDING_ROLES, pk__in=here)
    return frozenset(held.values_list("staff_id", flat=True))


def works_in(staff_id: int, cluster: str | None, on: date) -> bool:
    """Whether a colleague holds cases in a cluster on a day; for people outside every cluster, whether they hold any."""
    return staff_id in (holders_in(cluster, on) if cluster else holder_ids(on, (staff_id,)))


def kept_away(actor: Actor, resident_id: int) -> frozenset[int]:
    """Ids of colleagues who must not see this resident, under any record of the person."""
    live = Restriction.unscoped.filter(lifted_at__isnull=True, kind=RestrictionKind.EXCLUSION)
    return frozenset(
        live.filter(resident_id__in=records_of_person(actor, resident_id)).values_list("staff_id", flat=True)
    )


def kept_from(resident_ids: Iterable[int]) -> dict[int, frozenset[int]]:
    """For each resident the ids of colleagues who must not see them, under any record of the person."""
    asked = frozenset(resident_ids)
    records = records_of(asked)
    live = Restriction.unscoped.filter(lifted_at__isnull=True, kind=RestrictionKind.EXCLUSION, resident_id__in=records)
    hidden: dict[int, set[int]] = defaultdict(set)
    for record, staff_id in live.values_list("resident_id", "staff_id"):
        hidden[records[record]].add(staff_id)
    return {resident_id: frozenset(hidden[records[resident_id]]) for resident_id in asked if resident_id in records}


def whereabouts_kept(resident_ids: Iterable[int]) -> frozenset[int]:
    """Those of the residents whose address is protected: not even a distance is told of them."""
    live = Restriction.unscoped.filter(lifted_at__isnull=True, kind=RestrictionKind.PROTECTED_ADDRESS)
    return frozenset(resident_ids) & every_record(live.values_list("resident_id", flat=True))


def colleague(staff_id: int) -> Staff:
    """A colleague of any agency, for a team that is made of several. Raises `NotFound`."""
    found: Staff = Staff.unscoped.find(pk=staff_id)
    return found


def colleagues(staff_ids: Iterable[int | None]) -> dict[int, Staff]:
    """Colleagues by id, of any agency."""
    wanted = [staff_id for staff_id in staff_ids if staff_id is not None]
    return dict(Staff.unscoped.in_bulk(wanted)) if wanted else {}


def at_work(on: date) -> list[Staff]:
    """Everybody who is at work on a day, in every agency, by name."""
    return list(Staff.unscoped.at_work(on).order_by("name", "pk"))


def names_of(staff_ids: Iterable[int | None]) -> dict[int, str]:
    """Names of the colleagues on cases that the asker already sees."""
    wanted = {staff_id for staff_id in staff_ids if staff_id is not None}
    return dict(Staff.unscoped.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def names_for(actor: Actor, staff_ids: Iterable[int | None]) -> dict[int, str]:
    """The same for a page with several lists: a name is asked for once."""
    wanted = {staff_id for staff_id in staff_ids if staff_id is not None}
    known: dict[int, str] = actor.remember("casework.names", dict)
    if missing := wanted - known.keys():
        known |= dict.fromkeys(missing, "") | names_of(missing)
    return {staff_id: known[staff_id] for staff_id in wanted if known[staff_id]}


def clusters_of(staff_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Keys of the clusters that each colleague works in, in order."""
    found: dict[int, set[str]] = defaultdict(set)
    for staff_id, key in Reach.unscoped.filter(kind="cluster", staff_id__in=list(staff_ids)).values_list(
        "staff_id", "key"
    ):
        found[staff_id].add(key)
    return {staff_id: tuple(sorted(keys)) for staff_id, keys in found.items()}
