"""Whether a case's next plan is looked at before it is in force: somebody must ask for it, and somebody must be there to look."""

from __future__ import annotations

from datetime import date

from lynchpin.casework.models import ApprovalRequirement, Case
from lynchpin.casework.queries.holders import holder_ids, holders_in, kept_away
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.choices import Role


def waits_for_approval(actor: Actor, case: Case, on: date) -> bool:
    """Whether an edition that this colleague writes waits. Where nobody else could look at it, it would wait for good."""
    asked = ApprovalRequirement.objects.visible_to(actor).standing().filter(case=case)
    return asked.exists() and bool(_others_who_lead(actor, case, on))


def _others_who_lead(actor: Actor, case: Case, on: date) -> frozenset[int]:
    """Lead workers at work who see the case: those of its cluster and its own, without the writer and who is kept away."""
    leading = holder_ids(on, roles=(Role.LEAD_WORKER,))
    near = holders_in(case.cluster_id or "", on) | {case.lead_id}
    return (leading & near) - {actor.staff_id or 0} - kept_away(actor, case.resident_id)
