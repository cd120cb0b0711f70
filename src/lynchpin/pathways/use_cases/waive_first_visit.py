"""Waive the first visit: the receiver has taken the person on, and a reason is given why nobody goes along."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways import rules
from lynchpin.pathways.choices import HandoverState, Permission, Verb
from lynchpin.pathways.models import Handover
from lynchpin.people.use_cases.end_involvement import end_involvement


@use_case(Permission.WAIVE_FIRST_VISIT)
def waive_first_visit(actor: Actor, *, reference: str, version: int, because: str, at: datetime) -> str:
    """Complete a handover without an accompanied visit. Gives the handover's reference."""
    handover = Handover.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_waive(handover, because=because.strip()))
    handover.because = because
    handover.store(*handover.settle(HandoverState.WAIVED, actor, at), "because")
    audit.record(Verb.FIRST_VISIT_WAIVED, handover, case=handover.case_id)
    end_involvement(actor, resident_id=handover.resident_id, room="pathways", reference=reference, on=local_date(at))
    return reference
