"""End a colleague's role at once."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations import rules
from lynchpin.organisations.choices import Permission, Verb
from lynchpin.organisations.models import Account, RoleAssignment, Staff


@use_case(Permission.END_ROLE)
def end_role(actor: Actor, *, assignment_id: int, version: int, at: datetime) -> str:
    """End an assignment and every open session of the person who held it. Gives the person's staff reference."""
    assignment = RoleAssignment.objects.visible_to(actor).select_for_update().find(id=assignment_id, version=version)
    refuse_if(rules.why_not_end_role(assignment, local_date(at)))
    assignment.ended_at, assignment.ended_by = at, actor.staff_id
    assignment.store("ended_at", "ended_by")
    staff = Staff.objects.visible_to(actor).find(id=assignment.staff_id)
    Account.objects.filter(pk=staff.account_id).update(sessions_ended=F("sessions_ended") + 1)
    audit.record(Verb.ROLE_ENDED, staff, role=assignment.role, assignment=assignment.pk)
    return staff.reference
