"""What a home shows of teams around families: meetings and reviews that come up, actions of one's own, a lead on offer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.db.models.functions import Coalesce

from lynchpin.casework.choices import Permission
from lynchpin.casework.family_words import FamilyActionStatus
from lynchpin.casework.models import FamilyAction, FamilyTeam, FamilyTeamMember
from lynchpin.casework.models.families import FamilyTeamQuerySet, OfFamilyTeamQuerySet
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.people.queries import brief

NOBODY = 0  # no colleague has this id
COMES_UP = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class TeamDue:
    """A team whose next meeting comes up or is late, or whose lead is offered to the asker. `name` may be empty."""

    subject: Subject
    reference: str
    name: str
    next_on: date
    first: bool
    offered: bool


@dataclass(frozen=True, slots=True)
class ActionDue:
    """An open action of the asker's own."""

    subject: Subject
    reference: str
    what: str
    due_on: date


@read(Permission.READ_FAMILY_TEAM)
def family_teams_due(actor: Actor, *, limit: int) -> tuple[TeamDue, ...]:
    """Teams that the asker leads and whose next meeting comes within two weeks, and those whose lead they are asked to take."""
    if actor.staff_id is None:
        return ()
    found = list(teams_due(actor).order_by("next_on", "pk")[:limit])
    people = brief(actor, {row.resident_id for row in found})
    return tuple(
        TeamDue(
            Subject("people.Resident", row.resident_id),
            row.reference,
            people[row.resident_id].name if row.resident_id in people else "",
            row.next_on,
            row.review_on is None,
            row.next_lead_id is not None and row.next_lead_id == actor.staff_id,
        )
        for row in found
    )


@read(Permission.READ_FAMILY_TEAM)
def family_actions_due(actor: Actor, *, limit: int) -> tuple[ActionDue, ...]:
    """One's own open actions in every team, by the day they are due."""
    if actor.staff_id is None:
        return ()
    found = list(actions_due(actor).order_by("due_on", "pk")[:limit])
    teams = FamilyTeam.objects.visible_to(actor).in_bulk([row.team_id for row in found])
    return tuple(
        ActionDue(
            Subject("people.Resident", teams[row.team_id].resident_id),
            teams[row.team_id].reference,
            row.what,
            row.due_on,
        )
        for row in found
        if row.team_id in teams
    )


def teams_due(actor: Actor) -> FamilyTeamQuerySet:
    """The teams that `family_teams_due` shows a bound actor, each with the day of its `next_on`."""
    mine = Q(lead_id=actor.staff_id or NOBODY) | Q(next_lead_id=actor.staff_id or NOBODY)
    soon = Q(next_on__lte=actor.on + COMES_UP) | Q(next_lead_id=actor.staff_id or NOBODY)
    working = FamilyTeam.objects.visible_to(actor).working()
    return working.annotate(next_on=Coalesce("review_on", "meet_until_on")).filter(mine, soon)


def actions_due(actor: Actor) -> OfFamilyTeamQuerySet:
    """The actions that `family_actions_due` shows a bound actor."""
    mine = FamilyTeamMember.objects.visible_to(actor).filter(staff_id=actor.staff_id or NOBODY, left_on__isnull=True)
    rows = FamilyAction.objects.visible_to(actor).filter(member_id__in=mine.values("pk"))
    return rows.filter(status=FamilyActionStatus.OPEN)
