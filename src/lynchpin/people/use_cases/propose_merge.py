"""Propose a merge: say that two records are one person. Somebody else decides."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people import merging
from lynchpin.people.choices import Permission, Verb
from lynchpin.people.models import MergeProposal, Resident


@use_case(Permission.PROPOSE_MERGE)
def propose_merge(actor: Actor, *, kept: str, merged: str, why: str, at: datetime) -> str:
    """Propose that the record `merged` goes into the record `kept`, both by reference. Gives the proposal's reference."""
    seen = Resident.objects.visible_to(actor).select_for_update()
    survivor, other = seen.find(reference=kept), seen.find(reference=merged)
    pending = MergeProposal.unscoped.filter(kept=survivor, merged=other, decided_at__isnull=True)
    refuse_if(merging.why_not_propose(survivor, other, pending=pending.exists()))
    proposal = MergeProposal(  # type: ignore[misc]  # a colleague acts: no machine holds this right
        reference=references.draw("M"),
        kept=survivor,
        merged=other,
        why=why,
        proposed_at=at,
        proposed_by=actor.staff_id,
    )
    proposal.save()
    audit.record(Verb.MERGE_PROPOSED, proposal, kept=survivor.pk, merged=other.pk)
    return proposal.reference
