"""The doors beside a home: what somebody comes to do unasked."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lynchpin.desk.homes.home import Home
from lynchpin.face.parts import Link
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.choices import Role

DOORS = (
    (_("Colleagues on visits"), "casework:visits", "casework.read_visits"),
    (_("Something is missing or not working"), "casework:tell_snag", "casework.tell_snag"),
    (_("What is missing or not working"), "casework:snags", "casework.read_snags"),
    (_("Report someone you met"), "frontdoor:report_someone_met", "frontdoor.report_someone_met"),
    (_("Send a referral"), "frontdoor:send_referral", "frontdoor.send_referral"),
    (_("Lists of people"), "frontdoor:lists", "frontdoor.read_lists"),
    (_("Links for partners"), "frontdoor:links", "frontdoor.read_links"),
    (_("Cases passed between workers"), "casework:transfers", "casework.read_transfers"),
    (_("Supervision"), "casework:supervision_list", "casework.read_supervision"),
    (_("Away and cover"), "casework:absences", "casework.record_absence"),
    (_("Add a person"), "people:add_resident", "people.add_resident"),
    (_("Ask whether somebody is known"), "people:check_resident", "people.check_resident"),
    (_("Raise a concern"), "safeguarding:raise_concern", "safeguarding.raise_concern"),
    (_("Concerns you raised"), "safeguarding:my_concerns", "safeguarding.raise_concern"),
    (_("Bring records from a former system"), "outcomes:stage_import", "outcomes.stage_import"),
    (_("Commission a profile run"), "profiles:commission_profile_run", "profiles.commission_profile_run"),
    (_("Closed days"), "frontdoor:declare_closed_day", "frontdoor.declare_closed_day"),
    (_("Add a colleague"), "organisations:add_account", "organisations.add_account"),
    (_("Records in doubt"), "profiles:links", "profiles.read_links"),
    (_("How often people and linking agree"), "profiles:link_agreement", "profiles.read_link_figures"),
    (_("How factors count"), "profiles:scoring", "profiles.read_scoring"),
    (_("Feeds"), "profiles:feeds", "profiles.read_feeds"),
    (_("Profile runs"), "profiles:runs", "profiles.read_runs"),
    (_("Assurance of profiling"), "desk:assurance", "profiles.read_assurance"),
    (_("Colleagues"), "organisations:staff", "organisations.read_staff"),
    (_("Who may do what"), "organisations:roles", "organisations.read_roles"),
    (_("Restrictions"), "people:restrictions", "people.read_restrictions"),
    (_("Programmes"), "organisations:programmes", "organisations.read_programmes"),
    (_("Places"), "places:clusters", "places.read_places"),
    (_("What I am told"), "notices:switch_digests", "notices.switch_digests"),
)
SELDOM = (
    "profiles:feeds",
    "profiles:runs",
    "desk:assurance",
    "organisations:staff",
)  # in the menu of every page for most roles
LEFT_TO_HOME: Mapping[str, tuple[str, ...]] = {
    Role.CENTRAL_SUPPORT: SELDOM,
    Role.HEAD_OF_SERVICE: SELDOM,
}  # doors beside the home instead, so that one line holds the rest of the menu


def doors_of(actor: Actor, home: Home) -> list[Link]:
    """The doors that this actor may open, without those that the menu or the home itself has already."""
    in_menu = set(SELDOM) - set(LEFT_TO_HOME.get(actor.role, ()))
    may_open = [Link(label, reverse(name)) for label, name, code in DOORS if actor.may(code) and name not in in_menu]
    at_home = {section.act.href for section in home.sections if section.act}
    return [door for door in may_open if door.href not in at_home]
