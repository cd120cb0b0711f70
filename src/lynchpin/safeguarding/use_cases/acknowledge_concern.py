"""Acknowledge a concern: social services said that they have it."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.safeguarding import rules
from lynchpin.safeguarding.choices import ConcernStatus, Permission, Verb
from lynchpin.safeguarding.models import Concern


@use_case(Permission.ACKNOWLEDGE_CONCERN)
def acknowledge_concern(actor: Actor, *, reference: str, version: int, acknowledged_at: datetime, at: datetime) -> str:
    """Keep when the acknowledgement came; a decision is due after one working day. Gives the concern's reference."""
    concern = Concern.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_move_to(concern.status, ConcernStatus.ACKNOWLEDGED))
    refuse_if(rules.why_not_happened(acknowledged_at, raised_at=concern.raised_at, now=at))
    concern.status, concern.acknowledged_at = ConcernStatus.ACKNOWLEDGED, acknowledged_at
    concern.decision_due_on = rules.decision_due_on(acknowledged_at)
    concern.store("status", "acknowledged_at", "decision_due_on")
    audit.record(Verb.CONCERN_ACKNOWLEDGED, concern, acknowledged_at=acknowledged_at)
    return concern.reference
