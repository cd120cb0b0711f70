"""Leave a team around the family: what a member still has to do goes to somebody who stays."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import family_rules as rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import FamilyTeam, FamilyTeamMember
from lynchpin.casework.queries.families.consent import open_actions
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.LEAVE_FAMILY_TEAM)
def leave_family_team(
    actor: Actor, *, reference: str, member_id: int, version: int, at: datetime, successor_id: int | None = None
) -> int:
    """Take a member off the team and give their open actions to `successor_id`. Gives how many actions went on."""
    team = FamilyTeam.objects.visible_to(actor).select_for_update().find(reference=reference)
    members = FamilyTeamMember.objects.visible_to(actor).filter(team=team)
    member = members.find(pk=member_id, version=version)
    theirs = [action for action in open_actions(actor, team) if action.member_id == member.pk]
    successor = members.exclude(pk=member.pk).find(pk=successor_id) if successor_id else None
    refuse_if(rules.why_not_leave(team, member, actions=len(theirs), successor=successor is not None))
    if successor is not None:
        refuse_if(rules.why_not_own(successor))
    for action in theirs:
        action.member = successor  # type: ignore[assignment]
        action.store("member")
    member.left_on = local_date(at)
    member.store("left_on")
    audit.record(Verb.FAMILY_TEAM_LEFT, team, member=member.pk, actions=len(theirs), successor=successor_id)
    return len(theirs)
