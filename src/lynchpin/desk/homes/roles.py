"""Which home each role has. A role without one is at home on the scorecard; nobody's role is without either."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.urls import reverse

from lynchpin.desk.homes import centre, keepers, oversight, visits, workers
from lynchpin.desk.homes.home import Home, Part, sections_of
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.choices import Role

HOMES: Mapping[str, tuple[Part, ...]] = {
    Role.ENGAGEMENT_WORKER: workers.ENGAGEMENT_WORKER,
    Role.LEAD_WORKER: workers.LEAD_WORKER,
    Role.CLUSTER_MANAGER: workers.CLUSTER_MANAGER,
    Role.CENTRAL_SUPPORT: centre.CENTRAL_SUPPORT,
    Role.ADMIN_OFFICER: centre.ADMIN_OFFICER,
    Role.HEAD_OF_SERVICE: oversight.HEAD_OF_SERVICE,
    Role.REFERRER: keepers.REFERRER,
    Role.DATA_PROTECTION_OFFICER: keepers.DATA_PROTECTION_OFFICER,
    Role.SAFEGUARDING_LEAD: keepers.SAFEGUARDING_LEAD,
    Role.PROFILE_OWNER: keepers.PROFILE_OWNER,
    Role.ZONE_COORDINATOR: keepers.ZONE_COORDINATOR,
    Role.SYSTEM_ADMIN: keepers.SYSTEM_ADMIN,
}
BESIDE: Mapping[str, tuple[Part, ...]] = {Role.CLUSTER_MANAGER: workers.BESIDE}
FIRST: Mapping[str, tuple[Part, ...]] = {
    Role.ENGAGEMENT_WORKER: visits.OWN,
    Role.LEAD_WORKER: visits.LEAD,
    Role.CLUSTER_MANAGER: visits.MANAGER,
    Role.CENTRAL_SUPPORT: visits.CENTRE,
}  # before everything else, and asked for again by itself
AT_HOME_ON_THE_SCORECARD = (Role.ANALYST, Role.BOARD_MEMBER, Role.SCRUTINY_MEMBER)


def home_of(actor: Actor, now: datetime) -> Home:
    """What this actor is told to do next, most urgent first."""
    sections, beside, first = (sections_of(parts.get(actor.role, ()), actor, now) for parts in (HOMES, BESIDE, FIRST))
    return Home(sections, beside, first, watches=actor.role in FIRST)


def elsewhere(actor: Actor) -> str:
    """Where this role's home is when it is not on the desk; empty for most."""
    if actor.role in AT_HOME_ON_THE_SCORECARD:
        return reverse("outcomes:scorecard")
    zones = actor.reaches("zone") if actor.role == Role.ZONE_COORDINATOR else frozenset()
    if len(zones) == 1:
        return reverse("desk:zone", args=list(zones))
    return "" if actor.role in HOMES else reverse("organisations:choose_role")
