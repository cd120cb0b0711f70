"""The data protection officer's page: what may be shared until when, what comes in under it, and what was refused."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lynchpin.desk.choices import Permission
from lynchpin.desk.queries.looks import REFUSED
from lynchpin.desk.queries.protection import DataProtection, data_protection
from lynchpin.desk.views.who_looked import tabs
from lynchpin.face.lists import Cell, Column, Listing, ListPage, ListQuery
from lynchpin.face.parts import Tile
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, show
from lynchpin.organisations.views.agreements import COLUMNS as AGREEMENTS
from lynchpin.profiles.views.feeds import agreed, lateness

REFUSALS_WITHIN = timedelta(days=7)
FEEDS = [
    Column("name", gettext_lazy("Feed"), href=lambda row: reverse("profiles:feed", args=[row.key])),
    Column("partner", gettext_lazy("Partner")),
    Column("agreement", gettext_lazy("Agreement"), Cell.TAG, read=agreed),
    Column("agreed_until", gettext_lazy("Until"), Cell.DATE),
    Column("latest_on", gettext_lazy("Latest file"), Cell.DATE),
    Column("late", gettext_lazy("In time?"), Cell.TAG, read=lateness),
]


@page(Permission.READ_DATA_PROTECTION, action="list")
def data_protection_page(request: Request) -> HttpResponse:
    """Agreements with those that end first at the top, and the feeds that load under them."""
    query = ListQuery.from_params(request.GET, AGREEMENTS, sort="ends_on")
    facts = data_protection(request.actor, query, since=clock.now() - REFUSALS_WITHIN)
    none_signed = _("No agreement is kept yet. No feed loads until one is signed.")
    agreements = Listing(AGREEMENTS, facts.agreements, request.GET, caption=_("Sharing agreements"), empty=none_signed)
    under = ListPage(facts.feeds, len(facts.feeds), ListQuery(size=max(len(facts.feeds), 1)))
    feeds = Listing(FEEDS, under, request.GET, caption=_("Feeds"), empty=_("No feed has been declared yet."))
    shown = {"agreements": agreements, "feeds": feeds, "tiles": _tiles(facts), "tabs": tabs(looked=False)}
    return show(request, "desk/data_protection.html", **shown)


def _tiles(facts: DataProtection) -> list[Tile]:
    looked = reverse("desk:who_looked")
    ending, uncovered = facts.ending, sum(bool(feed.why_not) for feed in facts.feeds)
    return [
        Tile(ending, ngettext("agreement ends soon or has ended", "agreements end soon or have ended", ending)),
        Tile(uncovered, ngettext("feed has no agreement in force", "feeds have no agreement in force", uncovered)),
        Tile(
            facts.refusals,
            ngettext("refusal in the last 7 days", "refusals in the last 7 days", facts.refusals),
            f"{looked}?action={REFUSED}",
        ),
    ]
