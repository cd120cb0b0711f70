"""The accounts of a demo, each entered by one press. Outside a demo there are none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from lynchpin.organisations import reach
from lynchpin.organisations.actors import public_actor
from lynchpin.organisations.choices import Role
from lynchpin.organisations.models import Account, Reach, RoleAssignment, Staff


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody invented, and the places they work in."""

    reference: str
    name: str
    places: str


@dataclass(frozen=True, slots=True)
class DemoRole:
    """Those who hold one role; somebody with several roles stands under each."""

    role: str
    people: tuple[DemoPerson, ...]


def demo_roles(on: date) -> tuple[DemoRole, ...]:
    """Who may be entered in a demo, by role, in the order of the roles; nobody outside a demo."""
    if not settings.DEMO_MODE:
        return ()
    staff = {row.pk: row for row in Staff.unscoped.filter(account__in=_accounts()).at_work(on)}
    held = list(RoleAssignment.unscoped.in_force(on).filter(staff_id__in=staff).order_by("pk"))
    places = _places([assignment.pk for assignment in held])
    by_role: dict[str, list[DemoPerson]] = defaultdict(list)
    for assignment in held:
        person = staff[assignment.staff_id]
        by_role[assignment.role].append(DemoPerson(person.reference, person.name, places[assignment.pk]))
    return tuple(DemoRole(str(role.label), tuple(by_role[role])) for role in Role if role in by_role)


def demo_account(reference: str, on: date) -> Account | None:
    """The account of one demo person; none outside a demo, and never one that is not of the demo."""
    if not settings.DEMO_MODE:
        return None
    staff = Staff.unscoped.filter(reference=reference, account__in=_accounts()).at_work(on).first()
    return Account.objects.filter(pk=staff.account_id).first() if staff else None


def _accounts() -> object:
    return Account.objects.filter(is_demo=True, is_active=True).values("pk")


def _places(assignment_ids: Sequence[int]) -> dict[int, str]:
    names, found = reach.names(public_actor()), defaultdict(list)
    rows = Reach.unscoped.filter(assignment_id__in=assignment_ids).order_by("kind", "key")
    for assignment_id, kind, key in rows.values_list("assignment_id", "kind", "key"):
        found[assignment_id].append(names.get((kind, key), key))
    return defaultdict(str, {assignment_id: ", ".join(of) for assignment_id, of in found.items()})
