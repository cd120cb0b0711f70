"""Decline that profiling goes on, or take one's own proposal back: the stop stands, and another may be proposed."""

from __future__ import annotations

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import rules
from lynchpin.profiles.choices import Permission, Verb
from lynchpin.profiles.models import ProfilingStop


@use_case(Permission.DECLINE_RESUMING)
def decline_resuming(actor: Actor, *, reference: str, version: int) -> str:
    """Let go of the proposal; the trail keeps whose it was. Gives the stop's reference."""
    stop = ProfilingStop.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_decline_resuming(stop))
    proposed_by = stop.proposed_by
    stop.proposal, stop.proposed_at, stop.proposed_by = "", None, None
    stop.store("proposal", "proposed_at", "proposed_by")
    audit.record(Verb.RESUMING_DECLINED, stop, stop=reference, proposed_by=proposed_by)
    return reference
