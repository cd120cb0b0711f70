"""One family's two numbers, opened into every line. For reviewers only."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import SummaryRow
from lynchpin.kernel.page import Request, page, show
from lynchpin.profiles import queries
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.queries.families import Profile
from lynchpin.profiles.routes import route_names
from lynchpin.profiles.views.words import both_axes


@page(Permission.READ_PROFILE, opens="profile")
def family_profile_page(request: Request, profile_id: int) -> HttpResponse:
    facts = queries.family_profile(request.actor, profile_id)
    return show(
        request,
        "profiles/family_profile.html",
        facts=facts,
        axes=both_axes(facts),
        rows=_in_rows(facts),
        contested=[(line, reverse("profiles:contest", args=[ref])) for line, ref in facts.contested.items()],
        contestable=facts.contestable - set(facts.contested) if request.actor.may(Permission.CONTEST_FACT) else (),
    )


def _in_rows(facts: Profile) -> list[SummaryRow]:
    known = _("%(live)s of %(applicable)s feeds that could know something (%(percent)s%%)") % {
        "live": facts.feeds_live,
        "applicable": facts.feeds_applicable,
        "percent": facts.coverage_percent,
    }
    rows = [
        SummaryRow(_("Suggested route"), route_names().get(facts.route, facts.route)),
        SummaryRow(_("Coverage"), known),
        SummaryRow(_("What was known on"), facts.as_at),
        SummaryRow(_("Run"), facts.run),
    ]
    if facts.absent_feeds:
        rows.append(SummaryRow(_("Feeds not read"), "; ".join(facts.absent_feeds)))
    return rows
