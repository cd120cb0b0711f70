"""Decline a handover: it is back with the sender, with the reason. The person is not told twice."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways import rules
from lynchpin.pathways.choices import HandoverState, Permission, Verb
from lynchpin.pathways.models import Handover
from lynchpin.people.use_cases.end_involvement import end_involvement


@use_case(Permission.DECLINE_HANDOVER)
def decline_handover(actor: Actor, *, reference: str, version: int, because: str, at: datetime) -> str:
    """Send a handover back to whoever holds the case. Gives the handover's reference."""
    handover = Handover.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_move_handover(handover, HandoverState.DECLINED))
    refuse_if(rules.why_not_answer(handover, staff_id=actor.staff_id))
    refuse_if(None if because.strip() else Reason("decline_without_reason"))
    handover.because = because
    handover.store(*handover.settle(HandoverState.DECLINED, actor, at), "because")
    audit.record(Verb.HANDOVER_DECLINED, handover, case=handover.case_id)
    end_involvement(actor, resident_id=handover.resident_id, room="pathways", reference=reference, on=local_date(at))
    return reference
