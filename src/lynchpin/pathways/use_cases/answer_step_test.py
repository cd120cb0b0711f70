"""Answer a step's question about one person. The newest answer holds, and earlier ones stay."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.casework.choices import CaseStatus
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways import rules
from lynchpin.pathways.choices import Permission, Verb
from lynchpin.pathways.models import StepAnswer
from lynchpin.pathways.queries.definitions import steps_on
from lynchpin.pathways.queries.standing import place_to_move


@use_case(Permission.ANSWER_STEP_TEST)
def answer_step_test(
    actor: Actor, *, reference: str, test_key: str, answer: bool, answered_on: date, at: datetime
) -> str:
    """Keep an answer of a day. Gives the place's reference."""
    today = local_date(at)
    place, case = place_to_move(actor, reference)
    refuse_if(None if case.status == CaseStatus.OPEN else Reason("pathway_case_closed"))
    refuse_if(rules.why_not_date(answered_on, today=today, last=place.started_on))
    steps = steps_on(actor, today, place.pathway_id).values()
    asked = {
        entry[name] for step in steps for entry in (*step.entry_tests, *step.exit_tests) for name in ("test", "when")
    }
    refuse_if(None if test_key and test_key in asked else Reason("step_test_unknown"))
    kept = StepAnswer(
        place=place,
        test_key=test_key,
        answer=answer,
        answered_on=answered_on,
        recorded_at=at,
        recorded_by=actor.staff_id,  # type: ignore[misc]
    )
    kept.save()
    audit.record(Verb.STEP_TEST_ANSWERED, place, test=test_key, answer=answer)
    return place.reference
