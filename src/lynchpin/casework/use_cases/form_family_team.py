"""Form a team around the family: several agencies around one case, with a lead professional from the first day."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import family_rules, rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Case, FamilyTeam, FamilyTeamMember
from lynchpin.casework.queries.holders import colleague
from lynchpin.frontdoor.queries.clocks import closures
from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.FORM_FAMILY_TEAM)
def form_family_team(actor: Actor, *, reference: str, role: str, at: datetime) -> str:
    """Begin a team around the family of a case. Whoever works with the case leads it, and `role` says as what. Gives its reference."""
    on = local_date(at)
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference)
    refuse_if(rules.why_not_work_on(case))
    working = FamilyTeam.objects.visible_to(actor).working().filter(case=case)
    refuse_if(Reason("case_has_family_team") if working.exists() else None)
    lead = colleague(case.worker_id or case.lead_id)
    refuse_if(family_rules.why_not_join_colleague(lead, on_team=False, on=on))
    team = FamilyTeam(
        reference=references.draw("T"),
        case=case,
        resident_id=case.resident_id,
        lead=lead,
        formed_at=at,
        formed_by=actor.staff_id,  # type: ignore[misc]
        meet_until_on=family_rules.within_six_weeks(on, closures(actor)),
    )
    team.save()
    FamilyTeamMember(
        team=team, staff=lead, name=lead.name, role=role, organisation_id=lead.organisation_id, joined_on=on
    ).save()
    audit.record(Verb.FAMILY_TEAM_FORMED, team, case=case.pk, lead=lead.pk)
    return team.reference
