"""Require plan approval: the part by which a later room asks that a case's plans are looked at before they are in force."""

from __future__ import annotations

from datetime import date

from lynchpin.casework.choices import Verb
from lynchpin.casework.models import ApprovalRequirement, Case
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part


@part
def require_plan_approval(actor: Actor, *, case_id: int, asked_by: str, on: date) -> bool:
    """From now on new editions wait; what is in force stays so. `asked_by` is a code. Gives whether it was not asked before."""
    case = Case.objects.visible_to(actor).select_for_update().find(id=case_id)
    asked = ApprovalRequirement.objects.visible_to(actor).standing().filter(case=case, asked_by=asked_by)
    is_new = not asked.exists()
    if is_new:
        ApprovalRequirement(case=case, asked_by=asked_by, from_on=on).save()
    audit.record(Verb.PLAN_APPROVAL_REQUIRED, case, asked_by=asked_by, new=is_new)
    return is_new
