"""What the page shell needs to know about who is signed in: their way about, their role, and the way out."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lynchpin.desk.homes.doors import LEFT_TO_HOME
from lynchpin.face.parts import NavigationItem
from lynchpin.kernel.actor import Actor
from lynchpin.organisations import reach
from lynchpin.organisations.choices import ReachKind, Role

HOME = "desk:home"

# label, address, permission: in the order in which they stand
WAYS = (
    (_("Home"), HOME, "desk.open_home"),
    (_("Front door"), "frontdoor:queue", "frontdoor.read_queue"),
    (_("Families to review"), "frontdoor:candidates", "frontdoor.read_candidates"),
    (_("Caseload"), "casework:caseload", "casework.read_caseload"),
    (_("Allocation"), "casework:allocation_board", "casework.read_headroom"),
    (_("Pathways"), "pathways:pathway_map", "pathways.read_pathways"),
    (_("People"), "people:search_residents", "people.search_residents"),
    (_("Your referrals"), "frontdoor:own_referrals", "frontdoor.read_own_referrals"),
    (_("Concerns"), "safeguarding:concerns", "safeguarding.read_concerns"),
    (_("Letters"), "notices:notices", "notices.read_notices"),
    (_("Data protection"), "desk:data_protection", "desk.read_data_protection"),
    (_("Feeds"), "profiles:feeds", "profiles.read_feeds"),
    (_("Profile runs"), "profiles:runs", "profiles.read_runs"),
    (_("Assurance"), "desk:assurance", "profiles.read_assurance"),
    (_("Outcomes"), "outcomes:achievements", "outcomes.read_achievements"),
    (_("Scorecard"), "outcomes:scorecard", "outcomes.read_scorecard"),
    (_("Colleagues"), "organisations:staff", "organisations.read_staff"),
)
STATEMENTS = (
    (_("Accessibility statement"), "accessibility"),
    (_("Privacy notice"), "privacy"),
    (_("Record of profiling"), "profiles:public_record"),
    (_("Forms to print"), "desk:blank_forms"),
)
PLACES = (ReachKind.CLUSTER, ReachKind.ZONE)


def signed_in(request: HttpRequest) -> dict[str, Any]:
    """Template context of every page."""
    actor: Actor | None = getattr(request, "actor", None)
    links = [NavigationItem(label, reverse(name)) for label, name in STATEMENTS]
    if actor is None or actor.staff_id is None:
        return {"actor": actor, "home_url": "/", "footer_links": links}
    return {
        "actor": actor,
        "home_url": reverse(HOME),
        "navigation": navigation(actor, request.path),
        "acting_role": acting_role(actor),
        "acting_role_url": reverse("organisations:choose_role"),
        "sign_out_url": reverse("account_logout"),
        "footer_links": links,
    }


def navigation(actor: Actor, path: str) -> list[NavigationItem]:
    """The ways that this actor may go, the one they are on marked."""
    left = LEFT_TO_HOME.get(actor.role, ())
    ways = [(label, reverse(name)) for label, name, code in WAYS if actor.may(code) and name not in left]
    here = max((url for _label, url in ways if _is_on(url, path)), key=len, default="")
    return [NavigationItem(label, url, url == here) for label, url in ways]


def acting_role(actor: Actor) -> str:
    """The role in words, with the places it reaches."""
    if actor.role not in Role.values:
        return str(_("No role chosen"))
    role = str(Role(actor.role).label)
    places = ", ".join(name for kind in PLACES for name in _reached(actor, kind))
    return f"{role} – {places}" if places else role


def _reached(actor: Actor, kind: str) -> list[str]:
    keys = actor.reaches(kind)
    return [name for key, name in reach.choices(actor, kind) if key in keys] if keys else []


def _is_on(url: str, path: str) -> bool:
    return path == url or (path.startswith(url) and url != reverse(HOME))  # the desk's other pages are nobody's home
