"""Send back a plan: a lead worker who did not write it says what is missing. What was in force before stays in force."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import rules
from lynchpin.casework.choices import Permission, PlanState, Verb
from lynchpin.casework.models import Case, Plan
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.SEND_BACK_PLAN)
def send_back_plan(
    actor: Actor, *, reference: str, edition: int, version: int, decided_words: str, at: datetime
) -> int:
    """Give an edition that waits back to its writer, in words. Gives the edition."""
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference)
    plan = Plan.objects.visible_to(actor).select_for_update().find(case=case, edition=edition, version=version)
    refuse_if(rules.why_not_decide_plan(case, plan, decided_by=actor.staff_id))
    refuse_if(rules.why_not_send_back(decided_words))
    plan.store(*plan.decide(PlanState.SENT_BACK, actor, at, decided_words))
    audit.record(Verb.PLAN_SENT_BACK, plan, case=case.pk, edition=edition, written_by=plan.recorded_by)
    return edition
