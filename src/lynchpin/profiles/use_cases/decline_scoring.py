"""Decline an edition of the scoring that has not been approved, so that another may be drafted."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import editions
from lynchpin.profiles.choices import Permission, ScoringState, Verb
from lynchpin.profiles.models import ScoringEdition


@use_case(Permission.DECLINE_SCORING)
def decline_scoring(actor: Actor, *, number: int, version: int, reason: str, at: datetime) -> int:
    """Let go of a draft or a proposal, one's own too; it stays in the history with the reason. Gives its number."""
    edition = ScoringEdition.objects.visible_to(actor).select_for_update().find(number=number, version=version)
    refuse_if(editions.why_not_become(edition.state, ScoringState.DECLINED))
    refuse_if(Reason("scoring_needs_a_named_person") if actor.staff_id is None else None)
    edition.state, edition.decision_reason = ScoringState.DECLINED, reason
    edition.declined_at, edition.declined_by = at, actor.staff_id
    edition.store("state", "decision_reason", "declined_at", "declined_by")
    audit.record(Verb.SCORING_DECLINED, edition, edition=number)
    return number
