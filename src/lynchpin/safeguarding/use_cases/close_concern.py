"""Close a concern: what came of it is known. Contact may go on, unless another concern holds it."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people.use_cases.release_contact import release_contact
from lynchpin.safeguarding import rules
from lynchpin.safeguarding.choices import ConcernStatus, Permission, Verb
from lynchpin.safeguarding.models import Concern


@use_case(Permission.CLOSE_CONCERN)
def close_concern(
    actor: Actor, *, reference: str, version: int, outcome: str, feedback_given: bool, at: datetime
) -> str:
    """Keep the outcome and whether the raiser was told, and release the hold. Gives the concern's reference."""
    concern = Concern.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_move_to(concern.status, ConcernStatus.CLOSED))
    refuse_if(None if outcome.strip() else Reason("concern_outcome_missing"))
    concern.status, concern.outcome, concern.feedback_given = ConcernStatus.CLOSED, outcome, feedback_given
    concern.closed_at, concern.closed_by = at, actor.staff_id
    concern.store("status", "outcome", "feedback_given", "closed_at", "closed_by")
    if concern.resident_id:
        release_contact(actor, resident_id=concern.resident_id, room="safeguarding", reference=concern.reference, at=at)
    audit.record(Verb.CONCERN_CLOSED, concern, feedback=feedback_given)
    return concern.reference
