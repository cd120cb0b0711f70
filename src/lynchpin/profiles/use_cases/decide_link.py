"""Say whether two records are of one person, of two, or that it cannot be told."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.firsts import save_first
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import doubting, link_rules
from lynchpin.profiles.choices import LinkAnswer, Permission, Verb
from lynchpin.profiles.link_terms import LIVE
from lynchpin.profiles.models import LinkDecision, LinkDoubt, ProfileRun
from lynchpin.profiles.queries.deciding import ASKED_OF, binding


@use_case(Permission.DECIDE_LINK)
def decide_link(actor: Actor, *, reference: str, version: int, answer: str, why: str, words: str, at: datetime) -> str:
    """Answer a doubt, with a reason. Gives the answer's reference. Later runs follow it once it stands.

    An answer that would join a child's records waits for a second person. One that cannot be so together with others is refused.
    """
    doubt = LinkDoubt.objects.visible_to(actor).find(reference=reference)
    asking = ProfileRun.objects.visible_to(actor).filter(state__in=ASKED_OF)
    asking.select_for_update().find(pk=doubt.run_id)  # answers of a run are given one by one
    answered = LinkDecision.objects.visible_to(actor).filter(pair=doubt.pair, state__in=LIVE).exists()
    refuse_if(link_rules.why_not_decide_link(doubt, answered=answered, staff_id=actor.staff_id))
    doubt = LinkDoubt.objects.visible_to(actor).find(reference=reference, version=version)
    new = None if answer == LinkAnswer.CANNOT_TELL else doubting.decision(doubt, answer, at)
    refuse_if(link_rules.why_not_together(new, binding(actor)))
    decision = LinkDecision(
        reference=references.draw("Y"),
        doubt=doubt,
        pair=doubt.pair,
        state=link_rules.state_of_answer(answer, child=doubt.child),
        answer=answer,
        why=why,
        words=words,
        child=doubt.child,
        joined=doubt.joined,
        decided_at=at,
        decided_by=actor.staff_id,  # type: ignore[misc]
    )
    save_first(decision, otherwise=Reason("link_answered_already"))
    doubt.is_open = False
    doubt.store("is_open")
    audit.record(Verb.LINK_DECIDED, decision, answer=answer, why=why, state=decision.state, run_had_joined=doubt.joined)
    return decision.reference
