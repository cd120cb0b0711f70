"""Undo an answer about two records: from the next run on it binds nothing, and they are asked about again."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import link_rules
from lynchpin.profiles.choices import DecisionState, Permission, Verb
from lynchpin.profiles.models import LinkDecision
from lynchpin.profiles.use_cases.reopen_doubt import reopen_doubt


@use_case(Permission.UNDO_LINK)
def undo_link(actor: Actor, *, reference: str, version: int, undone_words: str, at: datetime) -> str:
    """Take an answer back, whoever gave it, with a reason. Gives its reference; it stays readable."""
    decision = LinkDecision.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(link_rules.why_not_undo_link(decision, staff_id=actor.staff_id))
    decision.state, decision.undone_words = DecisionState.UNDONE, undone_words
    decision.undone_at, decision.undone_by = at, actor.staff_id
    decision.store("state", "undone_words", "undone_at", "undone_by")
    reopen_doubt(actor, doubt_id=decision.doubt_id)
    audit.record(Verb.LINK_UNDONE, decision, answer=decision.answer)
    return reference
