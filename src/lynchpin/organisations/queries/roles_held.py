"""In which role a colleague acted: for records that say who, and never by name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lynchpin.organisations.choices import Role
from lynchpin.organisations.models import RoleAssignment

Acted = tuple[int, date]


def roles_held(acted: Iterable[Acted], able: frozenset[str]) -> dict[Acted, str]:
    """The role that each colleague held on a day, of those in `able`; the first they were given where they held several.

    Unscoped: roles are told, and of nobody."""
    wanted = set(acted)
    rows = RoleAssignment.unscoped.filter(staff_id__in={staff for staff, _on in wanted}, role__in=able)
    held = [(row.staff_id, row.role, row.from_on, row.to_on) for row in rows.order_by("-from_on", "-pk")]
    return {
        (staff, on): role
        for staff, on in wanted
        for holder, role, starts, ends in held
        if holder == staff and starts <= on and (ends is None or on <= ends)
    }


def roles_that_may(permission: str, holders: Iterable[tuple[str, Iterable[str]]]) -> tuple[str, ...]:
    """Names of the roles that hold a permission, in the order of the policy. `holders` are (role, permissions)."""
    return tuple(str(Role(role).label) for role, held in holders if role in Role.values and permission in held)
