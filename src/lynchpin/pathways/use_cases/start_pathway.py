"""Start a pathway: somebody with an open case comes to its first step, once what it asks is answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from lynchpin.casework.models import Case
from lynchpin.casework.use_cases.require_plan_approval import require_plan_approval
from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways import rules
from lynchpin.pathways.choices import Permission, PlaceMoveKind, Verb
from lynchpin.pathways.models import Pathway, PathwayStep, Place, StepAnswer
from lynchpin.pathways.queries.approving import asked_by, asks_for_approval
from lynchpin.pathways.queries.definitions import is_offered, questions, steps_on
from lynchpin.pathways.queries.standing import keys_of, live_place, said_no_on


@use_case(Permission.START_PATHWAY)
def start_pathway(
    actor: Actor,
    *,
    reference: str,
    pathway: str,
    answers: Mapping[str, bool],
    started_on: date,
    they_asked: bool,
    at: datetime,
) -> str:
    """Put the person of a case on the first step of a pathway. `answers` are to the step's questions. Gives the place's reference."""
    today = local_date(at)
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference)
    refuse_if(rules.why_not_date(started_on, today=today, last=local_date(case.opened_at)))
    step = _first_step(actor, pathway, started_on)
    refuse_if(_why_not_theirs(actor, case, pathway, step, started_on, they_asked))
    assert step is not None  # noqa: S101  (without a first step it was refused)
    needs = rules.needs_of(step.entry_tests, questions(actor), answers)
    refuse_if(rules.why_not_met(needs))
    place = Place(
        reference=references.draw("W"),
        case=case,
        resident_id=case.resident_id,
        pathway_id=pathway,
        started_on=started_on,
        started_at=at,
        started_by=actor.staff_id,  # type: ignore[misc]
    )
    place.stand_on(step, started_on)
    place.save()
    place.told(PlaceMoveKind.ENTERED, actor, at, tests_met=keys_of(needs)).save()
    for need in needs:
        _answer(actor, place, need, started_on, at).save()
    if asks_for_approval(actor, pathway):
        require_plan_approval(actor, case_id=case.pk, asked_by=asked_by(pathway), on=today)
    audit.record(Verb.PATHWAY_STARTED, place, case=case.pk, pathway=pathway, step=step.step)
    return place.reference


def _first_step(actor: Actor, pathway: str, on: date) -> PathwayStep | None:
    return next((step for step in steps_on(actor, on, pathway).values() if is_offered(step, on)), None)


def _why_not_theirs(
    actor: Actor, case: Case, pathway: str, step: PathwayStep | None, on: date, they_asked: bool
) -> Reason | None:
    return rules.why_not_start(
        case,
        offered=Pathway.objects.visible_to(actor).in_force(on).filter(key=pathway).exists(),
        has_step=step is not None,
        already_on=live_place(actor, case.resident_id, pathway),
        said_no_on=said_no_on(actor, case.resident_id, pathway),
        on=on,
        they_asked=they_asked,
    )


def _answer(actor: Actor, place: Place, need: rules.Need, on: date, at: datetime) -> StepAnswer:
    return StepAnswer(
        place=place,
        test_key=need.question.key,
        answer=need.answer,  # type: ignore[misc]
        answered_on=on,
        recorded_at=at,
        recorded_by=actor.staff_id,  # type: ignore[misc]
    )
