"""Take the lead of a team around the family that was offered."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import family_rules as rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import FamilyTeam, FamilyTeamMember
from lynchpin.casework.queries.holders import colleague
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.TAKE_FAMILY_LEAD)
def take_family_lead(actor: Actor, *, reference: str, version: int, role: str, at: datetime) -> str:
    """Become the lead professional, and a member of the team if one is not yet. Gives the team's reference."""
    team = FamilyTeam.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_take_lead(team, actor.staff_id))
    before, team.lead_id, team.next_lead = team.lead_id, actor.staff_id, None
    team.store("lead_id", "next_lead")
    _be_on_it(actor, team, role, at)
    audit.record(Verb.FAMILY_LEAD_TAKEN, team, before=before, lead=team.lead_id)
    return team.reference


def _be_on_it(actor: Actor, team: FamilyTeam, role: str, at: datetime) -> None:
    present = FamilyTeamMember.objects.visible_to(actor).filter(team=team, staff_id=team.lead_id, left_on__isnull=True)
    if present.exists():
        return
    me = colleague(team.lead_id)
    FamilyTeamMember(
        team=team,
        staff_id=me.pk,
        name=me.name,
        role=role,
        organisation_id=me.organisation_id,
        joined_on=local_date(at),
    ).save()
