"""Withdraw a handover: the sender keeps the person, for a reason."""

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


@use_case(Permission.WITHDRAW_HANDOVER)
def withdraw_handover(actor: Actor, *, reference: str, version: int, because: str, at: datetime) -> str:
    """Take a handover back before anyone has met the person. Gives the handover's reference."""
    handover = Handover.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_move_handover(handover, HandoverState.WITHDRAWN))
    refuse_if(None if because.strip() else Reason("withdrawal_without_reason"))
    handover.because = because
    handover.store(*handover.settle(HandoverState.WITHDRAWN, actor, at), "because")
    audit.record(Verb.HANDOVER_WITHDRAWN, handover, case=handover.case_id)
    end_involvement(actor, resident_id=handover.resident_id, room="pathways", reference=reference, on=local_date(at))
    return reference
