"""Propose that profiling goes on. Nothing changes until another person agrees."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import rules
from lynchpin.profiles.choices import Permission, Verb
from lynchpin.profiles.models import ProfilingStop


@use_case(Permission.PROPOSE_RESUMING)
def propose_resuming(actor: Actor, *, reference: str, version: int, proposal: str, at: datetime) -> str:
    """Say why it may go on, in words. Gives the stop's reference."""
    stop = ProfilingStop.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_propose_resuming(stop, staff_id=actor.staff_id))
    stop.proposal, stop.proposed_at, stop.proposed_by = proposal, at, actor.staff_id
    stop.store("proposal", "proposed_at", "proposed_by")
    audit.record(Verb.RESUMING_PROPOSED, stop, stop=reference)
    return reference
