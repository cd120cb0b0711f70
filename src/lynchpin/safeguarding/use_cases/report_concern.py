"""Report a concern: social services, or the police, were told by telephone."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.safeguarding import rules
from lynchpin.safeguarding.choices import ConcernStatus, Permission, Verb
from lynchpin.safeguarding.models import Concern


@use_case(Permission.REPORT_CONCERN)
def report_concern(
    actor: Actor, *, reference: str, version: int, reported_to: str, reported_at: datetime, at: datetime
) -> str:
    """Keep who was told and when; the 24 hours for writing begin. Gives the concern's reference."""
    concern = Concern.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_move_to(concern.status, ConcernStatus.REPORTED))
    refuse_if(None if reported_to.strip() else Reason("concern_reported_to_nobody"))
    refuse_if(rules.why_not_happened(reported_at, raised_at=concern.raised_at, now=at))
    concern.status = ConcernStatus.REPORTED
    concern.reported_to, concern.reported_at, concern.reported_by = reported_to, reported_at, actor.staff_id
    concern.written_due_at = rules.written_due_at(reported_at)
    concern.store("status", "reported_to", "reported_at", "reported_by", "written_due_at")
    audit.record(Verb.CONCERN_REPORTED, concern, reported_at=reported_at)
    return concern.reference
