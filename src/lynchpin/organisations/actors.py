"""Makes the actor of a request or command: one chosen assignment, read from the database each time, so rights are today's."""

from __future__ import annotations

from collections import defaultdict

from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.models import Account, Reach, RoleAssignment, Staff
from lynchpin.organisations.policy import CHOOSING, CLOCK, POLICY, PUBLIC


def public_actor() -> Actor:
    """Whoever is at a public page."""
    return Actor(role=PUBLIC, grants=POLICY[PUBLIC], on=clock.today())


def clock_actor() -> Actor:
    """The service itself, for jobs and for what follows a verb."""
    return Actor(role=CLOCK, grants=POLICY[CLOCK], on=clock.today())


def acting(account: Account | None, assignment_id: int | None = None) -> Actor:
    """The actor of an account under its chosen assignment; under its only one when none was chosen.

    With several and none chosen, the actor may do nothing but choose. An unknown or ended assignment grants nothing,
    and no other steps into its place unasked.
    """
    staff = at_work(account)
    if staff is None:
        return public_actor()
    held = held_by(staff)
    if assignment_id is None:
        return as_assigned(staff, held[0] if len(held) == 1 else None)
    return as_assigned(staff, next((a for a in held if a.pk == assignment_id), None))


def at_work(account: Account | None) -> Staff | None:
    """The colleague of an account, while they work here."""
    return Staff.unscoped.filter(account=account).at_work(clock.today()).first() if account else None


def held_by(staff: Staff) -> list[RoleAssignment]:
    """The colleague's assignments in force today, oldest first."""
    return list(RoleAssignment.unscoped.filter(staff=staff).in_force(clock.today()).order_by("pk"))


def as_assigned(staff: Staff, assignment: RoleAssignment | None) -> Actor:
    """The actor of a colleague under an assignment; with none, only what everyone signed in may do."""
    if assignment is None:
        return Actor(
            role="unassigned",
            grants=CHOOSING,
            on=clock.today(),
            user_id=staff.account_id,
            staff_id=staff.pk,
            organisation=staff.organisation_id,
        )
    return Actor(
        role=assignment.role,
        grants=POLICY.get(assignment.role, {}),
        on=clock.today(),
        user_id=staff.account_id,
        staff_id=staff.pk,
        assignment_id=assignment.pk,
        organisation=staff.organisation_id,
        reach=_reach(assignment, staff),
    )


def assigned_actors(staff_id: int) -> list[Actor]:
    """The actor of each assignment that a colleague at work holds today, for jobs that ask as they would."""
    staff = Staff.unscoped.filter(pk=staff_id).at_work(clock.today()).first()
    return [as_assigned(staff, each) for each in held_by(staff)] if staff else []


def _reach(assignment: RoleAssignment, staff: Staff) -> dict[str, frozenset[str]]:
    keys: dict[str, set[str]] = defaultdict(set)
    keys["org"].add(staff.organisation_id)
    for kind, key in Reach.unscoped.filter(assignment=assignment).values_list("kind", "key"):
        keys[kind].add(key)
    return {kind: frozenset(found) for kind, found in keys.items()}
