"""Hold a meeting of the team: who came, what was agreed, and by when they meet again. Every meeting reviews the plan."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from lynchpin.casework import family_rules as rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.family_words import FamilyTeamStatus
from lynchpin.casework.models import FamilyMeeting, FamilyTeam
from lynchpin.casework.queries.families.consent import agreeing, answers, present_members
from lynchpin.frontdoor.queries.clocks import closures
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import NotFound, Reason, refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.HOLD_FAMILY_MEETING)
def hold_family_meeting(
    actor: Actor,
    *,
    reference: str,
    version: int,
    held_on: date,
    members: Collection[int],
    agreed: str,
    at: datetime,
    family: Collection[int] = (),
    review_on: date | None = None,
) -> str:
    """Keep a meeting. `members` and `family` are ids of those who came. Gives the day of the next review, as YYYY-MM-DD.

    That day is the last working day within six weeks of the meeting, or an earlier one that they chose.
    """
    team = FamilyTeam.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    consenting = agreeing(answers(actor, team))
    _must_be_theirs(members, {member.pk for member in present_members(actor, team)})
    facts = {"held_on": held_on, "formed_on": local_date(team.formed_at), "today": local_date(at)}
    refuse_if(rules.why_not_meet(team, came=len(members), agreed=len(consenting), **facts))
    refuse_if(Reason("about_without_consent") if set(family) - consenting else None)
    latest = rules.within_six_weeks(held_on, closures(actor))
    refuse_if(rules.why_not_review(held_on, review_on or latest, latest))
    meeting = FamilyMeeting(
        team=team,
        held_on=held_on,
        members_came=sorted(members),
        family_came=sorted(family),
        agreed=agreed,
        review_on=review_on or latest,
        recorded_at=at,
        recorded_by=actor.staff_id,  # type: ignore[misc]
    )
    meeting.save()
    team.status, team.review_on = FamilyTeamStatus.MEETING, max(filter(None, (team.review_on, meeting.review_on)))
    team.store("status", "review_on")
    audit.record(Verb.FAMILY_MEETING_HELD, team, meeting=meeting.pk, came=len(members), family=len(family))
    return meeting.review_on.isoformat()


def _must_be_theirs(members: Collection[int], on_team: Collection[int]) -> None:
    if set(members) - set(on_team):
        raise NotFound("casework.FamilyTeamMember")
