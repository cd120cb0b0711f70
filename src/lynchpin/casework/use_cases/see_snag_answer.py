"""Say that one has seen the answer to what one told."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import snag_rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Snag
from lynchpin.casework.snag_choices import SnagState
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.SEE_SNAG_ANSWER)
def see_snag_answer(actor: Actor, *, snag_id: int, at: datetime) -> int:
    """Take the answer off one's home. Gives its id."""
    snag = Snag.objects.visible_to(actor).select_for_update().find(pk=snag_id)
    refuse_if(snag_rules.why_not_see(snag))
    snag.state, snag.seen_at = SnagState.SEEN, at
    snag.store("state", "seen_at")
    audit.record(Verb.SNAG_ANSWER_SEEN, snag)
    return snag.pk
