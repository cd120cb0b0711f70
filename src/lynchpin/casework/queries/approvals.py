"""A plan that waits for a lead worker: what it says, what changed, and whether this colleague may decide."""

from __future__ import annotations

from dataclasses import dataclass

from lynchpin.casework import rules
from lynchpin.casework.choices import Permission
from lynchpin.casework.models import Case, Plan
from lynchpin.casework.queries.comparing import Comparison, comparison
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read


@dataclass(frozen=True, slots=True)
class PlanToDecide:
    """An edition beside the one in force, with the reason why it cannot be decided, if there is one."""

    compared: Comparison
    why_not: Reason | None


@read(Permission.APPROVE_PLAN)
def plan_to_approve(actor: Actor, reference: str, edition: int) -> PlanToDecide:
    """For approving an edition."""
    return _to_decide(actor, reference, edition)


@read(Permission.SEND_BACK_PLAN)
def plan_to_send_back(actor: Actor, reference: str, edition: int) -> PlanToDecide:
    """For sending an edition back."""
    return _to_decide(actor, reference, edition)


def _to_decide(actor: Actor, reference: str, edition: int) -> PlanToDecide:
    case = Case.objects.visible_to(actor).find(reference=reference)
    plan = Plan.objects.visible_to(actor).find(case=case, edition=edition)
    earlier = Plan.objects.visible_to(actor).filter(case=case, edition__lt=edition).in_force().newest_first().first()
    no = rules.why_not_decide_plan(case, plan, decided_by=actor.staff_id)
    return PlanToDecide(comparison(actor, case, earlier.edition if earlier else 0, edition), no)
