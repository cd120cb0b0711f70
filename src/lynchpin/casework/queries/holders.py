"""Who may hold cases, and who is kept away from a person: asked whole, as neither is in a lead worker's own scope."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from lynchpin.casework import rules
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.models import Reach, RoleAssignment, Staff
from lynchpin.people.choices import RestrictionKind
from lynchpin.people.models import Restriction, records_of_person


def holder_ids(on: date, among: Iterable[int] | None = None) -> frozenset[int]:
    """Ids of colleagues whose role on a day is to hold cases."""
    held = RoleAssignment.unscoped.in_force(on).filter(role__in=rules.HOLDING_ROLES)
    if among is not None:
        held = held.filter(staff_id__in=list(among))
    return frozenset(held.values_list("staff_id", flat=True))


def kept_away(actor: Actor, resident_id: int) -> frozenset[int]:
    """Ids of colleagues who must not see this resident, under any record of the person."""
    live = Restriction.unscoped.filter(lifted_at__isnull=True, kind=RestrictionKind.EXCLUSION)
    return frozenset(
        live.filter(resident_id__in=records_of_person(actor, resident_id)).values_list("staff_id", flat=True)
    )


def names_of(staff_ids: Iterable[int | None]) -> dict[int, str]:
    """Names of the colleagues on cases that the asker already sees."""
    wanted = {staff_id for staff_id in staff_ids if staff_id is not None}
    return dict(Staff.unscoped.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def clusters_of(staff_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Keys of the clusters that each colleague works in, in order."""
    found: dict[int, set[str]] = defaultdict(set)
    for staff_id, key in Reach.unscoped.filter(kind="cluster", staff_id__in=list(staff_ids)).values_list(
        "staff_id", "key"
    ):
        found[staff_id].add(key)
    return {staff_id: tuple(sorted(keys)) for staff_id, keys in found.items()}
