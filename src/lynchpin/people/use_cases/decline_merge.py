"""Decline a merge: the two records are two people."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people import merging
from lynchpin.people.choices import Permission, Verb
from lynchpin.people.models import MergeProposal


@use_case(Permission.DECLINE_MERGE)
def decline_merge(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Close a proposal without merging anything. Gives the proposal's reference."""
    proposal = MergeProposal.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(merging.why_not_decide(proposal, by=actor.staff_id))
    proposal.decided_at, proposal.decided_by, proposal.approved = at, actor.staff_id, False
    proposal.store("decided_at", "decided_by", "approved")
    audit.record(Verb.MERGE_DECLINED, proposal)
    return proposal.reference
