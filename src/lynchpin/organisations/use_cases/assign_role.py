"""Give a colleague a role, for a time and within a reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.choices import Permission, Verb
from lynchpin.organisations.models import Reach, RoleAssignment, Staff


@use_case(Permission.ASSIGN_ROLE)
def assign_role(
    actor: Actor,
    *,
    staff_id: int,
    role: str,
    from_on: date,
    to_on: date | None = None,
    reach: Mapping[str, Sequence[str]] | None = None,
) -> int:
    """Grant a role. `reach` maps cluster, zone or org to keys. Gives the assignment's id."""
    staff = Staff.objects.visible_to(actor).select_for_update().find(id=staff_id)
    assignment = RoleAssignment(staff=staff, role=role, from_on=from_on, to_on=to_on, granted_by=actor.staff_id)
    assignment.save()
    covered = [(kind, key) for kind, keys in (reach or {}).items() for key in keys]
    Reach.objects.bulk_create([Reach(assignment=assignment, staff=staff, kind=k, key=key) for k, key in covered])
    audit.record(Verb.ROLE_ASSIGNED, staff, role=role, reach=[key for _, key in covered])
    return assignment.pk
