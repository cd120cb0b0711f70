"""Unmerge residents: two records were two people after all. Each points again where it did before the merge."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people import merging
from lynchpin.people.choices import Permission, Verb
from lynchpin.people.models import MergeProposal, Resident


@use_case(Permission.UNMERGE_RESIDENTS)
def unmerge_residents(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Undo an approved merge from the image kept with it. Gives the reference of the record that stands alone again."""
    proposal = MergeProposal.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    merged = Resident.objects.visible_to(actor).select_for_update().find(pk=proposal.merged_id)
    refuse_if(merging.why_not_unmerge(proposal, merged))
    place = merging.where_it_was(proposal.before)
    followers = Resident.unscoped.filter(pk__in=proposal.before["followers"]).select_for_update()
    for record, survivor_id in ((merged, None), *((follower, merged.pk) for follower in followers)):
        record.survivor_id, record.area_id, record.cluster_id = survivor_id, *place
        record.store("survivor_id", "area_id", "cluster_id")
    proposal.undone_at, proposal.undone_by = at, actor.staff_id
    proposal.store("undone_at", "undone_by")
    audit.record(Verb.RESIDENTS_UNMERGED, proposal, kept=proposal.kept_id, merged=merged.pk)
    return merged.reference
