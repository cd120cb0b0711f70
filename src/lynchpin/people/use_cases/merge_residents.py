"""Merge residents: approve that two records are one person. Nothing is deleted; the record's image is kept for undoing."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people import merging
from lynchpin.people.choices import Permission, Verb
from lynchpin.people.models import MergeProposal, Resident


@use_case(Permission.MERGE_RESIDENTS)
def merge_residents(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Approve a proposal: the merged record, and those merged into it before, point to the kept one. Gives its reference."""
    proposal = MergeProposal.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    rows = Resident.objects.visible_to(actor).select_for_update().order_by("pk")
    pair = rows.in_bulk([proposal.kept_id, proposal.merged_id])
    kept, merged = pair[proposal.kept_id], pair[proposal.merged_id]
    refuse_if(merging.why_not_merge(proposal, kept, merged, by=actor.staff_id))
    followers = list(Resident.unscoped.filter(survivor=merged).order_by("pk").select_for_update())
    proposal.before = merging.image(kept, merged, followers)
    proposal.decided_at, proposal.decided_by, proposal.approved = at, actor.staff_id, True
    proposal.store("before", "decided_at", "decided_by", "approved")
    for record in (merged, *followers):
        record.survivor_id, record.area_id, record.cluster_id = kept.pk, kept.area_id, kept.cluster_id
        record.store("survivor_id", "area_id", "cluster_id")
    audit.record(Verb.RESIDENTS_MERGED, proposal, kept=kept.pk, merged=merged.pk, followers=[f.pk for f in followers])
    return kept.reference
