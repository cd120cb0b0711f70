"""Approve a plan: a lead worker who did not write it has looked at it, and it is in force."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import rules
from lynchpin.casework.choices import Permission, PlanState, Verb
from lynchpin.casework.models import Case, Plan
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.APPROVE_PLAN)
def approve_plan(
    actor: Actor, *, reference: str, edition: int, version: int, at: datetime, decided_words: str = ""
) -> int:
    """Put an edition that waits in force, with a word to its writer if there is one. Gives the edition."""
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference)
    plan = Plan.objects.visible_to(actor).select_for_update().find(case=case, edition=edition, version=version)
    refuse_if(rules.why_not_decide_plan(case, plan, decided_by=actor.staff_id))
    plan.store(*plan.decide(PlanState.IN_FORCE, actor, at, decided_words))
    audit.record(Verb.PLAN_APPROVED, plan, case=case.pk, edition=edition, written_by=plan.recorded_by)
    return edition
