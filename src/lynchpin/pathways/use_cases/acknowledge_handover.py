"""Acknowledge a handover: the receiver takes the person on. For an organisation, the sender records who did."""

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


@use_case(Permission.ACKNOWLEDGE_HANDOVER)
def acknowledge_handover(actor: Actor, *, reference: str, version: int, at: datetime, taken_by_name: str = "") -> str:
    """Say that a handover is taken on, and by whom. Gives the handover's reference."""
    handover = Handover.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_move_handover(handover, HandoverState.ACKNOWLEDGED))
    refuse_if(rules.why_not_acknowledge(handover, staff_id=actor.staff_id, taken_by_name=taken_by_name))
    handover.state, handover.taken_on, handover.taken_by_name = (
        HandoverState.ACKNOWLEDGED,
        local_date(at),
        taken_by_name,
    )
    handover.store("state", "taken_on", "taken_by_name")
    audit.record(Verb.HANDOVER_ACKNOWLEDGED, handover, case=handover.case_id)
    return reference
