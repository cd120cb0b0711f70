"""Colleagues who can sign in and do nothing yet, because nobody has given them a role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.organisations.choices import Permission
from lynchpin.organisations.models import RoleAssignment, Staff

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class ColleagueWithoutRole:
    """A colleague at work without a role in force."""

    reference: str
    name: str
    started_on: date


@read(Permission.READ_STAFF)
def colleagues_without_role(actor: Actor) -> tuple[ColleagueWithoutRole, ...]:
    """Colleagues at work in scope who hold no role today, by name."""
    held = RoleAssignment.objects.visible_to(actor).in_force(actor.on).values("staff_id")
    idle = Staff.objects.visible_to(actor).at_work(actor.on).exclude(pk__in=held).order_by("name", "pk")
    return tuple(ColleagueWithoutRole(*row) for row in idle.values_list("reference", "name", "started_on")[:MOST_SHOWN])


@read(Permission.READ_STAFF)
def colleagues_at_work(actor: Actor) -> int:
    """How many colleagues in scope are at work."""
    return Staff.objects.visible_to(actor).at_work(actor.on).count()
