"""Who of a family has agreed to work with the team, each for themselves: the newest answer holds."""

from __future__ import annotations

from collections.abc import Iterable

from lynchpin.casework.family_words import FamilyActionStatus, FamilyAnswer
from lynchpin.casework.models import FamilyAction, FamilyConsent, FamilyTeam, FamilyTeamMember
from lynchpin.kernel.actor import Actor
from lynchpin.people.queries import Kin, current_ids, kin_of


def answers(actor: Actor, team: FamilyTeam) -> dict[int, FamilyConsent]:
    """The newest answer by the id of the person who gave it, under whichever of their records."""
    rows = list(FamilyConsent.objects.visible_to(actor).filter(team=team).order_by("recorded_at", "pk"))
    persons = current_ids({row.resident_id for row in rows}) if rows else {}
    return {persons[row.resident_id]: row for row in rows}


def agreeing(found: dict[int, FamilyConsent]) -> frozenset[int]:
    """Ids of those who say yes."""
    return frozenset(key for key, row in found.items() if row.answer == FamilyAnswer.YES)


def family_of(actor: Actor, team: FamilyTeam, told: Iterable[int] = ()) -> dict[int, Kin]:
    """The family of a team that this actor sees, and whoever has answered."""
    return kin_of(actor, team.resident_id, told)


def open_actions(actor: Actor, team: FamilyTeam) -> list[FamilyAction]:
    """What is still to be done, by the day it is due."""
    rows = FamilyAction.objects.visible_to(actor).filter(team=team, status=FamilyActionStatus.OPEN)
    return list(rows.order_by("due_on", "pk"))


def present_members(actor: Actor, team: FamilyTeam) -> list[FamilyTeamMember]:
    """Who is on the team now, as they came."""
    rows = FamilyTeamMember.objects.visible_to(actor).filter(team=team, left_on__isnull=True)
    return list(rows.order_by("pk"))
