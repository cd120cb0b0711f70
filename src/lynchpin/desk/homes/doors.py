"""The doors beside a home: what somebody comes to do unasked."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lynchpin.face.parts import Link
from lynchpin.kernel.actor import Actor

DOORS = (
    (_("Report someone you met"), "frontdoor:report_someone_met", "frontdoor.report_someone_met"),
    (_("Send a referral"), "frontdoor:send_referral", "frontdoor.send_referral"),
    (_("Lists of people"), "frontdoor:lists", "frontdoor.read_lists"),
    (_("Links for partners"), "frontdoor:links", "frontdoor.read_links"),
    (_("Add a person"), "people:add_resident", "people.add_resident"),
    (_("Ask whether somebody is known"), "people:check_resident", "people.check_resident"),
    (_("Raise a concern"), "safeguarding:raise_concern", "safeguarding.raise_concern"),
    (_("Concerns you raised"), "safeguarding:my_concerns", "safeguarding.raise_concern"),
    (_("Bring records from a former system"), "outcomes:stage_import", "outcomes.stage_import"),
    (_("Commission a profile run"), "profiles:commission_profile_run", "profiles.commission_profile_run"),
    (_("Closed days"), "frontdoor:declare_closed_day", "frontdoor.declare_closed_day"),
    (_("Add a colleague"), "organisations:add_account", "organisations.add_account"),
    (_("Feeds"), "profiles:feeds", "profiles.read_feeds"),
    (_("Profile runs"), "profiles:runs", "profiles.read_runs"),
    (_("Colleagues"), "organisations:staff", "organisations.read_staff"),
    (_("Who may do what"), "organisations:roles", "organisations.read_roles"),
    (_("Restrictions"), "people:restrictions", "people.read_restrictions"),
    (_("Programmes"), "organisations:programmes", "organisations.read_programmes"),
    (_("Places"), "places:clusters", "places.read_places"),
)


def doors_of(actor: Actor) -> list[Link]:
    """The doors that this actor may open."""
    return [Link(label, reverse(name)) for label, name, permission in DOORS if actor.may(permission)]
