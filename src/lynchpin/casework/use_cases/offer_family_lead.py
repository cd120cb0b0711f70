"""Offer the lead of a team around the family to a colleague. Until they take it, it stays where it is."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import family_rules as rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import FamilyTeam
from lynchpin.casework.queries.holders import colleague, holder_ids, kept_away
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.OFFER_FAMILY_LEAD)
def offer_family_lead(actor: Actor, *, reference: str, version: int, staff_id: int, at: datetime) -> str:
    """Ask a colleague to become the lead professional. Gives the team's reference."""
    team = FamilyTeam.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_go_on(team))
    asked = colleague(staff_id)
    refuse_if(Reason("worker_kept_from_case") if staff_id in kept_away(actor, team.resident_id) else None)
    on = local_date(at)
    refuse_if(None if staff_id in holder_ids(on, (staff_id,)) else Reason("worker_holds_no_cases"))
    refuse_if(rules.why_not_lead_family(asked, lead_id=team.lead_id, on=on))
    team.next_lead = asked
    team.store("next_lead")
    audit.record(Verb.FAMILY_LEAD_OFFERED, team, lead=team.lead_id, to=staff_id)
    return team.reference
