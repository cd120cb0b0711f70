"""Join a team around the family: a colleague, or somebody of another agency by name and role."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import family_rules as rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import FamilyTeam, FamilyTeamMember
from lynchpin.casework.queries.holders import colleague, kept_away
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Organisation, in_force


@use_case(Permission.JOIN_FAMILY_TEAM)
def join_family_team(
    actor: Actor,
    *,
    reference: str,
    role: str,
    at: datetime,
    staff_id: int | None = None,
    name: str = "",
    organisation: str = "",
) -> int:
    """Put somebody on the team. With a `staff_id` the name and agency are the colleague's own. Gives the member's id."""
    team = FamilyTeam.objects.visible_to(actor).select_for_update().find(reference=reference)
    on = local_date(at)
    if staff_id is not None:
        who = colleague(staff_id)
        present = FamilyTeamMember.objects.visible_to(actor).filter(team=team, staff_id=staff_id, left_on__isnull=True)
        refuse_if(Reason("worker_kept_from_case") if staff_id in kept_away(actor, team.resident_id) else None)
        refuse_if(rules.why_not_join_colleague(who, on_team=present.exists(), on=on))
        name, organisation = who.name, who.organisation_id
    refuse_if(rules.why_not_join(team, name=name, role=role, agency=organisation))
    agency = Organisation.objects.visible_to(actor).filter(in_force(on)).find(key=organisation)
    member = FamilyTeamMember(
        team=team, staff_id=staff_id, name=name.strip(), role=role.strip(), organisation=agency, joined_on=on
    )
    member.save()
    audit.record(Verb.FAMILY_TEAM_JOINED, team, member=member.pk, staff=staff_id, organisation=agency.key)
    return member.pk
