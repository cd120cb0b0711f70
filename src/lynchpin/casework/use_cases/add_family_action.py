"""Add an action to the family's plan: what, who of which agency, and by which day."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.casework import family_rules as rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import FamilyAction, FamilyTeam, FamilyTeamMember
from lynchpin.casework.queries.families.consent import agreeing, answers
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.ADD_FAMILY_ACTION)
def add_family_action(
    actor: Actor,
    *,
    reference: str,
    what: str,
    member_id: int,
    due_on: date,
    at: datetime,
    resident_id: int | None = None,
) -> int:
    """Put an action into the one plan of the team. `resident_id` is whom it is for, none for the whole family. Gives its id."""
    team = FamilyTeam.objects.visible_to(actor).select_for_update().find(reference=reference)
    member = FamilyTeamMember.objects.visible_to(actor).find(pk=member_id, team=team)
    agreed = agreeing(answers(actor, team))
    about_agrees = resident_id is None or resident_id in agreed
    refuse_if(
        rules.why_not_act(team, agreed=len(agreed), about_agrees=about_agrees, due_on=due_on, today=local_date(at))
    )
    refuse_if(rules.why_not_own(member))
    action = FamilyAction(
        team=team,
        member=member,
        resident_id=resident_id,
        what=what,
        due_on=due_on,
        added_at=at,
        added_by=actor.staff_id,  # type: ignore[misc]
    )
    action.save()
    audit.record(Verb.FAMILY_ACTION_ADDED, team, action=action.pk, member=member.pk, due=due_on.isoformat())
    return action.pk
