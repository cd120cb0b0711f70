"""Release plan approval: the part by which a later room takes back that a case's plans are looked at first."""

from __future__ import annotations

from datetime import date

from lynchpin.casework.choices import Verb
from lynchpin.casework.models import ApprovalRequirement
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part


@part
def release_plan_approval(actor: Actor, *, case_id: int, asked_by: str, on: date) -> bool:
    """Stop asking from now on; an edition that waits goes on waiting. Gives whether it was asked before.

    The later room has judged who may end what it asked for.
    """
    asked = ApprovalRequirement.unscoped.standing().filter(case_id=case_id, asked_by=asked_by).first()
    if asked is not None:
        asked.ended_on = max(on, asked.from_on)
        asked.store("ended_on")
    audit.record(Verb.PLAN_APPROVAL_RELEASED, asked, case=case_id, asked_by=asked_by, was=asked is not None)
    return asked is not None
