"""Plans that a lead worker looks at, because the person's pathway asks for it: one waits, one came back, one was approved."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from lynchpin.casework.choices import PlanState
from lynchpin.casework.models import ApprovalRequirement, Case, Goal, Plan
from lynchpin.casework.use_cases.agree_plan import PlannedGoal, agree_plan
from lynchpin.casework.use_cases.approve_plan import approve_plan
from lynchpin.casework.use_cases.send_back_plan import send_back_plan
from lynchpin.demo.living import Living
from lynchpin.kernel import clock

LOOKED_AT = 3
SENT_BACK = "Who looks after the children while they are on the course? Ask, and write it into the first step."
APPROVED = "Well put. Tell them about the drop-in on Thursdays."
NEXT_STEP = "Go to the parents' group together on Tuesday"


def look_again(living: Living) -> None:
    """The plans of the first people on a pathway that asks for it are taken up again, and looked at."""
    asked = ApprovalRequirement.unscoped.standing().order_by("pk").values("case_id")
    planned = Plan.unscoped.in_force().values("case_id")
    cases = Case.unscoped.open().filter(pk__in=asked, worker__isnull=False).filter(pk__in=planned).order_by("pk")
    for place, case in enumerate(cases[:LOOKED_AT]):
        with clock.held(living.until - timedelta(hours=4 - place)):
            edition = _next_edition(living, case)
        with clock.held(living.until - timedelta(minutes=30 + place)):
            _decide(living, case, edition, place)


def _next_edition(living: Living, case: Case) -> int:
    plan = Plan.unscoped.in_force().filter(case_id=case.pk).newest_first()[0]
    goals = [_going_on(goal, place) for place, goal in enumerate(Goal.unscoped.filter(plan_id=plan.pk).order_by("pk"))]
    worker = living.colleagues.staff(case.worker_id or case.lead_id)
    facts = {"version": plan.edition, "agreed_on": clock.today(), "at": clock.now()}
    return agree_plan(worker, reference=case.reference, goals=goals, **facts)


def _going_on(goal: Goal, place: int) -> PlannedGoal:
    """The same goal a little nearer; the first of them has a new step."""
    step = goal.first_step if place else NEXT_STEP
    return PlannedGoal(goal.in_their_words, min(goal.latest + 1, 10), step, goal.measure_key)


def _decide(living: Living, case: Case, edition: int, place: int) -> None:
    """The first waits; the lead worker sends the second back and approves the third, where there is one to look."""
    if not Plan.unscoped.filter(case_id=case.pk, edition=edition, state=PlanState.WAITING).exists():
        return
    lead = living.colleagues.staff(case.lead_id)
    about: dict[str, Any] = {"reference": case.reference, "edition": edition, "version": 1, "at": clock.now()}
    if place == 1:
        send_back_plan(lead, decided_words=SENT_BACK, **about)
    elif place == 2:
        approve_plan(lead, decided_words=APPROVED, **about)
