"""Actors without accounts, for setting a region up before anyone works in it, and actors of colleagues afterwards."""

from __future__ import annotations

from dataclasses import replace

from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.actors import as_assigned
from lynchpin.organisations.models import RoleAssignment, Staff
from lynchpin.organisations.policy import POLICY


def machine(role: str) -> Actor:
    """A role at work without a colleague."""
    return Actor(role=role, grants=POLICY[role], on=clock.today())


class Colleagues:
    """Everyone who works in the region, as actors; made once, and always of the day the clock stands at."""

    def __init__(self) -> None:
        self.by_email: dict[str, Actor] = {}
        self.by_staff: dict[int, Actor] = {}

    def add(self, email: str, staff_id: int, assignment_id: int) -> None:
        staff, assignment = Staff.unscoped.get(pk=staff_id), RoleAssignment.unscoped.get(pk=assignment_id)
        actor = as_assigned(staff, assignment)
        self.by_email[email] = self.by_staff[staff_id] = actor

    def named(self, email: str) -> Actor:
        return replace(self.by_email[email], on=clock.today())

    def staff(self, staff_id: int) -> Actor:
        return replace(self.by_staff[staff_id], on=clock.today())
