"""Organisations, places in outline, and colleagues under each role."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
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
from lynchpin.organisations.use_cases.sign_agreement import sign_agreement

LONG_AGO = date(2016, 4, 1)
LONG_BEFORE = datetime(2016, 4, 1, 9, tzinfo=UTC)
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
        self,
        role: str,
        *,
        cluster: str | tuple[str, ...] = (),
        zone: str = "",
        organisation: str = "council",
        hired_at: datetime = LONG_BEFORE,
        **staff: Any,
    ) -> Actor:
        """A colleague with one assignment, acting under it; in this work for years unless hired lately."""
        given = {"name": f"Colleague {next(numbers)}", "email": f"{role}-{next(numbers)}@example.org"} | staff
        staff_id = add_account(machine("system-admin"), organisation=organisation, at=hired_at, **given)
        return self.assigned(staff_id, role, cluster=cluster, zone=zone)

    def assigned(
        self, staff_id: int, role: str, *, cluster: str | tuple[str, ...] = (), zone: str = "", **dates: Any
    ) -> Actor:
        """One more assignment for a colleague, and the actor who acts under it."""
        clusters = (cluster,) if isinstance(cluster, str) else cluster
        reach = {kind: keys for kind, keys in (("cluster", clusters), ("zone", (zone,))) if any(keys)}
        given = {"from_on": LONG_AGO} | dates
        officer = machine("data-protection-officer")
        assignment_id = assign_role(officer, staff_id=staff_id, role=role, reach=reach, **given)
        return as_assigned(Staff.unscoped.get(pk=staff_id), RoleAssignment.unscoped.get(pk=assignment_id))

    def signed_agreement(self, feed: str = "education", **given: Any) -> str:
        """The reference of a signed agreement with the school, in force today and for half a year more."""
        signed = {
            "kind": "protocol",
            "partner": "school",
            "feed": feed,
            "purposes": ["early_help"],
            "fields": ["forename", "surname", "birth_date"],
            "legal_basis": ["uk-gdpr-6-1-e"],
            "power_to_disclose": "Invented Act 2010, section 1",
            "impact_assessment": "IA-1",
            "starts_on": date(2026, 1, 1),
            "ends_on": date(2026, 12, 31),
            "review_on": date(2026, 11, 1),
        }
        return sign_agreement(self.data_protection_officer, at=clock.now(), **signed | given)

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

    @cached_property
    def system_admin(self) -> Actor:
        return self.actor("system-admin")

    @cached_property
    def head_of_service(self) -> Actor:
        return self.actor("head-of-service")

    @cached_property
    def cluster_manager(self) -> Actor:
        return self.actor("cluster-manager", cluster=("porth", "taf-west"))

    @cached_property
    def admin_officer(self) -> Actor:
        return self.actor("admin-officer")

    @cached_property
    def referrer(self) -> Actor:
        return self.actor("referrer", organisation="school")
