"""Give a colleague a role, for a time and within a reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import F

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations import rules
from lynchpin.organisations.choices import Permission, Verb
from lynchpin.organisations.models import Account, Reach, RoleAssignment, Staff


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
    """Grant a role, and end the person's open sessions. `reach` maps cluster, zone or org to keys. Gives the assignment's id."""
    staff = Staff.objects.visible_to(actor).select_for_update().find(id=staff_id)
    covered = sorted((kind, key) for kind, keys in (reach or {}).items() for key in keys)
    held = _same_held(actor, staff_id, role, covered)
    own = staff_id == actor.staff_id
    refuse_if(rules.why_not_assign_role(role=role, days=(from_on, to_on), own=own, held=held))
    assignment = RoleAssignment(staff=staff, role=role, from_on=from_on, to_on=to_on, granted_by=actor.staff_id)
    assignment.save()
    Reach.objects.bulk_create([Reach(assignment=assignment, staff=staff, kind=k, key=key) for k, key in covered])
    Account.objects.filter(pk=staff.account_id).update(sessions_ended=F("sessions_ended") + 1)
    audit.record(Verb.ROLE_ASSIGNED, staff, role=role, reach=[key for _, key in covered])
    return assignment.pk


def _same_held(
    actor: Actor, staff_id: int, role: str, covered: Sequence[tuple[str, str]]
) -> list[tuple[date, date | None]]:
    """Spans of the assignments with the same role and reach that were not ended."""
    same = RoleAssignment.objects.visible_to(actor).filter(staff_id=staff_id, role=role, ended_at__isnull=True)
    reaches = Reach.objects.visible_to(actor).filter(assignment_id__in=same.values("pk"))
    by_assignment: dict[int, list[tuple[str, str]]] = {}
    for assignment_id, kind, key in reaches.order_by("kind", "key").values_list("assignment_id", "kind", "key"):
        by_assignment.setdefault(assignment_id, []).append((kind, key))
    return [(a.from_on, a.to_on) for a in same.order_by("pk") if by_assignment.get(a.pk, []) == list(covered)]
