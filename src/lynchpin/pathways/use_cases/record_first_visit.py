"""Record the first visit: the receiver has met the person, and somebody they know went along. The handover is complete."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways import rules
from lynchpin.pathways.choices import HandoverState, Permission, Verb
from lynchpin.pathways.models import Handover
from lynchpin.people.use_cases.end_involvement import end_involvement


@use_case(Permission.RECORD_FIRST_VISIT)
def record_first_visit(
    actor: Actor, *, reference: str, version: int, met_on: date, went_along: str, at: datetime
) -> str:
    """Keep the day on which receiver and person met, and who went along. Gives the handover's reference."""
    today = local_date(at)
    handover = Handover.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_record_visit(handover, met_on=met_on, went_along=went_along, today=today))
    handover.met_on, handover.went_along = met_on, went_along
    handover.store(*handover.settle(HandoverState.MET, actor, at), "met_on", "went_along")
    audit.record(Verb.FIRST_VISIT_RECORDED, handover, case=handover.case_id, met=met_on)
    end_involvement(actor, resident_id=handover.resident_id, room="pathways", reference=reference, on=today)
    return reference
