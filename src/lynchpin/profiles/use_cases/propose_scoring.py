"""Propose a draft of the scoring, so that a second person may approve it. It can no longer be changed."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import editions
from lynchpin.profiles.choices import Permission, ScoringState, Verb
from lynchpin.profiles.models import ScoringEdition


@use_case(Permission.PROPOSE_SCORING)
def propose_scoring(actor: Actor, *, number: int, version: int, at: datetime) -> int:
    """Hold a draft as it is, for another to decide. Gives its number."""
    edition = ScoringEdition.objects.visible_to(actor).select_for_update().find(number=number, version=version)
    facts = {"staff_id": actor.staff_id, "valid_from": edition.valid_from, "on": local_date(at)}
    refuse_if(editions.why_not_propose(edition.state, **facts))
    edition.state, edition.proposed_at, edition.proposed_by = ScoringState.PROPOSED, at, actor.staff_id
    edition.store("state", "proposed_at", "proposed_by")
    audit.record(Verb.SCORING_PROPOSED, edition, edition=number, valid_from=edition.valid_from, content=edition.sha256)
    return number
