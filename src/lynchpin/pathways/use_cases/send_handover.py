"""Send a handover: from now on the receiver sees the pack, and a colleague the person."""

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
from lynchpin.pathways.queries.handovers import may_take_on
from lynchpin.people.use_cases.begin_involvement import begin_involvement


@use_case(Permission.SEND_HANDOVER)
def send_handover(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Give a prepared handover to its receiver. Gives the handover's reference."""
    handover = Handover.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_move_handover(handover, HandoverState.SENT))
    refuse_if(_why_not_to(actor, handover))
    handover.state, handover.sent_at, handover.sent_by = HandoverState.SENT, at, actor.staff_id
    handover.store("state", "sent_at", "sent_by")
    audit.record(Verb.HANDOVER_SENT, handover, staff=handover.to_staff_id, organisation=handover.to_organisation_id)
    if handover.to_staff_id is not None:
        begin_involvement(
            actor,
            resident_id=handover.resident_id,
            room="pathways",
            reference=reference,
            holder_id=handover.to_staff_id,
            on=local_date(at),
        )
    return reference


def _why_not_to(actor: Actor, handover: Handover) -> Reason | None:
    """A colleague may have left, or be kept from the person, since it was prepared."""
    to = handover.to_staff_id
    return None if to is None or may_take_on(actor, to, handover.resident_id) else Reason("handover_to_unsuitable_now")
