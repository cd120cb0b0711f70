"""Close a team around the family with an outcome."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import family_rules as rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.family_words import FamilyActionStatus, FamilyTeamStatus
from lynchpin.casework.models import FamilyTeam
from lynchpin.casework.queries.families.consent import open_actions
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.CLOSE_FAMILY_TEAM)
def close_family_team(
    actor: Actor, *, reference: str, version: int, outcome: str, at: datetime, outcome_note: str = ""
) -> str:
    """End the team's work; the case goes on until it is closed itself. Gives its reference.

    Where the end came from the family, what was still to be done stops with it.
    """
    team = FamilyTeam.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    left = open_actions(actor, team)
    refuse_if(rules.why_not_close_team(team, outcome=outcome, actions=len(left)))
    on = local_date(at)
    for action in left:
        action.status, action.settled_on = FamilyActionStatus.STOPPED, on
        action.store("status", "settled_on")
    team.status, team.closed_on, team.next_lead = FamilyTeamStatus.CLOSED, on, None
    team.outcome, team.outcome_note = outcome, outcome_note.strip()
    team.store("status", "closed_on", "next_lead", "outcome", "outcome_note")
    audit.record(Verb.FAMILY_TEAM_CLOSED, team, outcome=outcome, stopped=len(left))
    return team.reference
