"""Organisations, places in outline, and colleagues under each role."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import count
from typing import Any

from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.actors import as_assigned
from lynchpin.organisations.models import RoleAssignment, Staff
from lynchpin.organisations.policy import POLICY
from lynchpin.organisations.use_cases.add_account import add_account
from lynchpin.organisations.use_cases.assign_role import assign_role
from lynchpin.organisations.use_cases.load_organisations import load_organisations

LONG_AGO = date(2016, 4, 1)
numbers = count(1)


def machine(role: str) -> Actor:
    """An actor without an account, for setting a world up before there is anyone in it."""
    return Actor(role=role, grants=POLICY[role], on=clock.today())


class StaffWorld:
    """`world.lead_worker`, `world.actor("referrer")`...: real accounts with real assignments."""

    def __init__(self) -> None:
        rows = [
            {"key": key, "name_en": key.title(), "name_cy": key.title(), "kind": kind, "valid_from": LONG_AGO}
            for key, kind in (("council", "council"), ("school", "agency"), ("housing", "housing"))
        ]
        load_organisations(machine("system-admin"), organisations=rows)

    def actor(
        self, role: str, *, cluster: str = "", zone: str = "", organisation: str = "council", **staff: Any
    ) -> Actor:
        """A new colleague with one assignment, acting under it."""
        name = staff.pop("name", f"Colleague {next(numbers)}")
        email = f"{role}-{next(numbers)}@example.org"
        staff_id = add_account(
            machine("system-admin"), email=email, name=name, organisation=organisation, at=clock.now(), **staff
        )
        reach = {kind: [key] for kind, key in (("cluster", cluster), ("zone", zone)) if key}
        assignment_id = assign_role(
            machine("data-protection-officer"), staff_id=staff_id, role=role, from_on=LONG_AGO, reach=reach
        )
        return as_assigned(Staff.unscoped.get(pk=staff_id), RoleAssignment.unscoped.get(pk=assignment_id))

    def without(self, actor: Actor, permission: str) -> Actor:
        """The same actor, had the policy not granted one permission."""
        return replace(actor, grants={code: grant for code, grant in actor.grants.items() if code != permission})

    @cached_property
    def central(self) -> Actor:
        return self.actor("central-support")

    @cached_property
    def lead_worker(self) -> Actor:
        return self.actor("lead-worker", cluster="porth")

    @cached_property
    def worker(self) -> Actor:
        return self.actor("engagement-worker", cluster="porth")

    @cached_property
    def data_protection_officer(self) -> Actor:
        return self.actor("data-protection-officer")
