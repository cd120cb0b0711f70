"""A plan that waits for a lead worker: what it says, what changed, and whether this colleague may decide."""

from __future__ import annotations

from dataclasses import dataclass

from lynchpin.casework import rules
from lynchpin.casework.choices import Permission, PlanState
from lynchpin.casework.models import Case, Plan
from lynchpin.casework.models.plans import PlanQuerySet
from lynchpin.casework.queries.comparing import Comparison, comparison
from lynchpin.casework.queries.heads import CaseRow, rows_of
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read

MOST_SHOWN = 10


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


def plans_waiting(actor: Actor) -> PlanQuerySet:
    """Plans that somebody else wrote and that wait for a bound actor, or for a colleague beside them."""
    waiting = Plan.objects.visible_to(actor).filter(state=PlanState.WAITING)
    return waiting.exclude(recorded_by=actor.staff_id or 0)


@read(Permission.APPROVE_PLAN)
def cases_with_plans_waiting(actor: Actor) -> tuple[tuple[CaseRow, int], ...]:
    """Each case whose plan waits for somebody to look at it, with the edition that waits; the longest first."""
    plans = list(plans_waiting(actor).order_by("recorded_at", "pk")[:MOST_SHOWN])
    cases = Case.objects.visible_to(actor).open().in_bulk([plan.case_id for plan in plans]) if plans else {}
    found = [plan for plan in plans if plan.case_id in cases]
    rows = rows_of(actor, [cases[plan.case_id] for plan in found]) if found else ()
    return tuple(zip(rows, (plan.edition for plan in found), strict=True))


def _to_decide(actor: Actor, reference: str, edition: int) -> PlanToDecide:
    case = Case.objects.visible_to(actor).find(reference=reference)
    plan = Plan.objects.visible_to(actor).find(case=case, edition=edition)
    earlier = Plan.objects.visible_to(actor).filter(case=case, edition__lt=edition).in_force().newest_first().first()
    no = rules.why_not_decide_plan(case, plan, decided_by=actor.staff_id)
    return PlanToDecide(comparison(actor, case, earlier.edition if earlier else 0, edition), no)
