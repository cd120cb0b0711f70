"""How the access log reads: what was done, by whom, and whom it showed."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.desk.queries.looks import LookRow, ShownRecord
from lynchpin.face.parts import Tag
from lynchpin.kernel.clock import LOCAL
from lynchpin.organisations.choices import Role

ACTIONS = {
    "read": gettext_lazy("Read"),
    "list": gettext_lazy("Listed"),
    "search": gettext_lazy("Searched"),
    "export": gettext_lazy("Exported"),
    "print": gettext_lazy("Printed"),
    "refused": gettext_lazy("Refused"),
    "sign_in": gettext_lazy("Signed in"),
}
COLOURS = {"refused": "red", "export": "orange", "search": "blue", "list": "grey", "read": "grey"}
ROOMS = {  # a page is named after its room; the few outside a room have a line of their own
    "accessibility": gettext_lazy("Statements"),
    "account_login": gettext_lazy("Signing in"),
    "account_logout": gettext_lazy("Signing out"),
    "casework": gettext_lazy("Cases"),
    "demo_sign_in": gettext_lazy("Signing in"),
    "desk": gettext_lazy("Home and overviews"),
    "framework": gettext_lazy("Outcomes and scorecard"),
    "frontdoor": gettext_lazy("Front door"),
    "notices": gettext_lazy("Letters and messages"),
    "organisations": gettext_lazy("Colleagues and agreements"),
    "outcomes": gettext_lazy("Outcomes and scorecard"),
    "pathways": gettext_lazy("Pathways and handovers"),
    "people": gettext_lazy("People"),
    "places": gettext_lazy("Places"),
    "privacy": gettext_lazy("Statements"),
    "profiles": gettext_lazy("Feeds and profiles"),
    "safeguarding": gettext_lazy("Concerns"),
}
KINDS = {
    "people.Resident": gettext_lazy("Person"),
    "frontdoor.Referral": gettext_lazy("Referral"),
    "frontdoor.Candidate": gettext_lazy("Family up for review"),
    "profiles.FamilyProfile": gettext_lazy("Family profile"),
}
MOST_NAMED = 3


def action_tag(row: LookRow) -> Tag:
    """What was done."""
    return Tag(str(ACTIONS.get(row.action, row.action)), COLOURS.get(row.action, ""))


def moment(row: LookRow) -> str:
    """When, to the minute, where the service works."""
    return date_format(row.at.astimezone(LOCAL), "j M Y, H:i")


def looker(row: LookRow) -> str:
    """Who looked; a visitor has no name here, and the service itself is named as such."""
    if row.colleague:
        return row.colleague
    return _("The service itself") if row.role == "clock" else _("A visitor without an account")


def role_of(row: LookRow) -> str:
    """Under which role."""
    return str(Role(row.role).label) if row.role in Role.values else ""


def part_of_service(row: LookRow) -> str:
    """Where in the service it was; a page outside the rooms keeps its own name."""
    room = row.route.partition(":")[0]
    return str(ROOMS.get(room, room))


def records_shown(row: LookRow) -> str:
    """Whom the page showed: kinds and references, the first few by name and the rest as a number."""
    named = ", ".join(_record(each) for each in row.shown[:MOST_NAMED])
    more = row.shown_count - MOST_NAMED
    if more <= 0:
        return named
    return _("%(records)s and %(number)s more") % {"records": named, "number": more}


def _record(each: ShownRecord) -> str:
    kind = str(KINDS.get(each.kind, each.kind))
    return f"{kind} {each.reference}" if each.reference else kind
