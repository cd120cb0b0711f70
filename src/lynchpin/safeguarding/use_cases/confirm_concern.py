"""Confirm a concern: the telephone report was put in writing."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.safeguarding import rules
from lynchpin.safeguarding.choices import ConcernStatus, Permission, Verb
from lynchpin.safeguarding.models import Concern


@use_case(Permission.CONFIRM_CONCERN)
def confirm_concern(actor: Actor, *, reference: str, version: int, confirmed_at: datetime, at: datetime) -> str:
    """Keep when it was confirmed in writing; the 7 working days for an acknowledgement begin. Gives the concern's reference."""
    concern = Concern.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_move_to(concern.status, ConcernStatus.CONFIRMED))
    refuse_if(rules.why_not_happened(confirmed_at, raised_at=concern.raised_at, now=at))
    concern.status, concern.confirmed_at = ConcernStatus.CONFIRMED, confirmed_at
    concern.acknowledgement_due_on = rules.acknowledgement_due_on(confirmed_at)
    concern.store("status", "confirmed_at", "acknowledgement_due_on")
    audit.record(Verb.CONCERN_CONFIRMED, concern, confirmed_at=confirmed_at)
    return concern.reference
