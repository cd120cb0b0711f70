"""Record a check-in: what the person says, or that nobody answered. Where things have slipped back, the work goes on at once."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.casework.models import Case
from lynchpin.casework.use_cases.resume_case import resume_case
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways import rules
from lynchpin.pathways.choices import CheckInState, Permission, Verb
from lynchpin.pathways.models import CheckIn
from lynchpin.people.models import records_of_person
from lynchpin.people.use_cases.end_involvement import end_involvement


@use_case(Permission.RECORD_CHECK_IN)
def record_check_in(
    actor: Actor, *, reference: str, version: int, state: str, asked_on: date, at: datetime, in_their_words: str = ""
) -> str:
    """Keep an answer. A relapse reopens the case, unless another is open; a no ends the asking. Gives the case's reference."""
    today = local_date(at)
    check_in = CheckIn.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_check_in(check_in, state=state, asked_on=asked_on, today=today))
    check_in.asked_on, check_in.in_their_words = asked_on, in_their_words
    check_in.store(*check_in.answer(CheckInState(state), actor, at), "asked_on", "in_their_words")
    audit.record(Verb.CHECK_IN_RECORDED, check_in, case=check_in.case_id, state=state, point=check_in.point)
    if state in rules.REST_DROPPED_AFTER:
        _drop_the_rest(actor, check_in, at)
    if not CheckIn.unscoped.due().filter(series=check_in.series).exists():
        about = {"resident_id": check_in.resident_id, "room": "pathways", "reference": check_in.series}
        end_involvement(actor, **about, on=today)
    case = Case.unscoped.find(pk=check_in.case_id)
    if state == CheckInState.RELAPSED and not _is_with_us(actor, check_in.resident_id):
        resume_case(actor, reference=case.reference, at=at)
    return case.reference


def _drop_the_rest(actor: Actor, check_in: CheckIn, at: datetime) -> None:
    for other in CheckIn.unscoped.due().filter(series=check_in.series).select_for_update().order_by("pk"):
        other.store(*other.answer(CheckInState.DROPPED, actor, at))


def _is_with_us(actor: Actor, resident_id: int) -> bool:
    """Whether a case of this person is open already, under any of their records: then whoever holds it goes on."""
    return Case.unscoped.open().filter(resident_id__in=records_of_person(actor, resident_id)).exists()
