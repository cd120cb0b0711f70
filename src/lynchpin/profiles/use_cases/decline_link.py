"""Disagree, as a second person, that a child's records are of one person: the question is open again."""

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


@use_case(Permission.DECLINE_LINK)
def decline_link(actor: Actor, *, reference: str, version: int, looked_words: str, at: datetime) -> str:
    """Close an answer that waits for a second look, saying what was seen. It binds nothing. Gives its reference."""
    decision = LinkDecision.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(link_rules.why_not_look_again(decision, staff_id=actor.staff_id))
    decision.state, decision.looked_words = DecisionState.DECLINED, looked_words
    decision.looked_at, decision.looked_by = at, actor.staff_id
    decision.store("state", "looked_words", "looked_at", "looked_by")
    reopen_doubt(actor, doubt_id=decision.doubt_id)
    audit.record(Verb.LINK_DECLINED, decision, answer=decision.answer)
    return reference
