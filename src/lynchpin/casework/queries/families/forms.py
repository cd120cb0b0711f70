"""What each form of a team shows and offers, read under the form's own permission."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lynchpin.casework import family_rules as rules
from lynchpin.casework.choices import Permission
from lynchpin.casework.models import Case, FamilyTeam
from lynchpin.casework.queries.families.team import FamilyTeamFacts, team_facts
from lynchpin.casework.queries.heads import CaseRow, rows_of
from lynchpin.casework.queries.holders import at_work, holder_ids, kept_away, names_of
from lynchpin.frontdoor.queries.clocks import closures
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Organisation, in_force

Choices = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Joining:
    """Who could join: colleagues as (id, name and agency), and agencies as (key, name)."""

    team: FamilyTeamFacts
    colleagues: Choices
    agencies: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Leading:
    """Who could lead, as (id, name)."""

    team: FamilyTeamFacts
    colleagues: Choices


@dataclass(frozen=True, slots=True)
class Meeting:
    """The team, and the latest day for the next review if they met today."""

    team: FamilyTeamFacts
    review_on: date


@read(Permission.FORM_FAMILY_TEAM)
def family_team_to_form(actor: Actor, reference: str) -> CaseRow:
    """Whose case it is."""
    return rows_of(actor, [Case.objects.visible_to(actor).find(reference=reference)])[0]


@read(Permission.JOIN_FAMILY_TEAM)
def family_team_to_join(actor: Actor, reference: str) -> Joining:
    """For putting somebody on the team."""
    team, facts = _found(actor, reference)
    hidden = kept_away(actor, team.resident_id)
    agencies = {
        row.key: label(row, "name") for row in Organisation.objects.visible_to(actor).filter(in_force(actor.on))
    }
    there = [row for row in at_work(actor.on) if row.pk not in hidden]
    colleagues = tuple((row.pk, f"{row.name} ({agencies.get(row.organisation_id, '')})") for row in there)
    return Joining(facts, colleagues, tuple(sorted(agencies.items(), key=lambda item: item[1])))


@read(Permission.LEAVE_FAMILY_TEAM)
def family_team_to_leave(actor: Actor, reference: str) -> FamilyTeamFacts:
    """For taking somebody off the team."""
    return _found(actor, reference)[1]


@read(Permission.RECORD_FAMILY_ANSWER)
def family_to_answer(actor: Actor, reference: str) -> FamilyTeamFacts:
    """For the answer of one of the family."""
    return _found(actor, reference)[1]


@read(Permission.ASSESS_FAMILY)
def family_to_assess(actor: Actor, reference: str) -> FamilyTeamFacts:
    """For the family assessment."""
    return _found(actor, reference)[1]


@read(Permission.ADD_FAMILY_ACTION)
def family_plan_to_extend(actor: Actor, reference: str) -> FamilyTeamFacts:
    """For one more action."""
    return _found(actor, reference)[1]


@read(Permission.SETTLE_FAMILY_ACTION)
def family_action_to_settle(actor: Actor, reference: str) -> FamilyTeamFacts:
    """For an action that is done, or stops."""
    return _found(actor, reference)[1]


@read(Permission.HOLD_FAMILY_MEETING)
def family_meeting_to_hold(actor: Actor, reference: str) -> Meeting:
    """For a meeting."""
    return Meeting(_found(actor, reference)[1], rules.within_six_weeks(actor.on, closures(actor)))


@read(Permission.OFFER_FAMILY_LEAD)
def family_lead_to_offer(actor: Actor, reference: str) -> Leading:
    """For offering the lead."""
    team, facts = _found(actor, reference)
    ids = holder_ids(actor.on) - kept_away(actor, team.resident_id) - {team.lead_id}
    return Leading(facts, tuple(sorted(names_of(ids).items(), key=lambda item: item[1])))


@read(Permission.TAKE_FAMILY_LEAD)
def family_lead_to_take(actor: Actor, reference: str) -> FamilyTeamFacts:
    """For taking the lead."""
    return _found(actor, reference)[1]


@read(Permission.CLOSE_FAMILY_TEAM)
def family_team_to_close(actor: Actor, reference: str) -> FamilyTeamFacts:
    """For closing."""
    return _found(actor, reference)[1]


def _found(actor: Actor, reference: str) -> tuple[FamilyTeam, FamilyTeamFacts]:
    team = FamilyTeam.objects.visible_to(actor).find(reference=reference)
    return team, team_facts(actor, team)
