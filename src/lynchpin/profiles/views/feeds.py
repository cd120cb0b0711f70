"""Feeds at a glance, and one feed with its files."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lynchpin.face.lists import Cell, Column, Listing, ListPage, ListQuery
from lynchpin.face.parts import SummaryRow, Tag
from lynchpin.kernel.page import Request, page, show
from lynchpin.profiles import queries
from lynchpin.profiles.choices import ExtractState, Permission
from lynchpin.profiles.queries.bounds import bounds_of_feed
from lynchpin.profiles.queries.feeds import ExtractRow, FeedRow
from lynchpin.profiles.views.bound_feed import in_rows

MOST_WORDS = 14  # of a refusal, in the list


def lateness(row: FeedRow) -> Tag:
    """Whether a feed's next file has come in time."""
    if row.due_on is None:
        return Tag(_("Nothing loaded yet"), "grey")
    if not row.days_late:
        return Tag(_("In time"), "green")
    late = ngettext("%(days)s day late", "%(days)s days late", row.days_late) % {"days": row.days_late}
    return Tag(late, "orange")


def agreed(row: FeedRow) -> Tag:
    return Tag(_("Not in force"), "red") if row.why_not else Tag(_("In force"), "green")


COLOURS = {
    "waiting": "blue",
    "stopped": "red",
    "applied": "green",
    "refused": "red",
    "declined": "grey",
    "late": "grey",
}


def extract_state(row: ExtractRow) -> Tag:
    return Tag(str(ExtractState(row.state).label), COLOURS[row.state])


def in_brief(row: ExtractRow) -> str:
    """The start of a refusal's sentence, which may name every column of a file; the file's page has it whole."""
    return Truncator(row.why_not).words(MOST_WORDS)


def _feed_address(row: FeedRow) -> str:
    return reverse("profiles:feed", args=[row.key])


def _extract_address(row: ExtractRow) -> str:
    return reverse("profiles:extract", args=[row.reference])


FEEDS = [
    Column("name", gettext_lazy("Feed"), href=_feed_address),
    Column("due_on", gettext_lazy("Next file due"), Cell.DATE),
    Column("late", gettext_lazy("In time?"), Cell.TAG, read=lateness),
    Column("agreement", gettext_lazy("Agreement"), Cell.TAG, read=agreed),
]
EXTRACTS = [
    Column("reference", gettext_lazy("File"), href=_extract_address),
    Column("state", gettext_lazy("State"), Cell.TAG, sortable=True, read=extract_state),
    Column("as_at", gettext_lazy("Made on"), Cell.DATE, sortable=True),
    Column("loaded_at", gettext_lazy("Sent on"), Cell.DATE, sortable=True),
    Column("read", gettext_lazy("Rows read"), Cell.NUMBER),
    Column("accepted", gettext_lazy("Accepted"), Cell.NUMBER),
    Column("quarantined", gettext_lazy("Put aside"), Cell.NUMBER),
    Column("why_not", gettext_lazy("Why it was refused"), read=in_brief),
]


@page(Permission.READ_FEEDS, action="list")
def feeds_page(request: Request) -> HttpResponse:
    rows = queries.feeds(request.actor)
    empty = _("No feed has been declared. Load a reference pack, or ask the profile owner.")
    whole = ListPage(rows, len(rows), ListQuery(size=max(len(rows), 1)))
    listing = Listing(FEEDS, whole, request.GET, caption=_("Feeds from partners"), empty=empty)
    return show(request, "profiles/feeds.html", heading=_("Feeds from partners"), listing=listing)


@page(Permission.READ_FEEDS, opens="feed")
def feed_page(request: Request, key: str) -> HttpResponse:
    facts = queries.feed(request.actor, key)
    query = ListQuery.from_params(request.GET, EXTRACTS, sort="-loaded_at")
    found = queries.extracts_of_feed(request.actor, key, query)
    empty = _("No file of this feed has been sent yet.")
    listing = Listing(EXTRACTS, found, request.GET, caption=_("Files of this feed"), empty=empty)
    may_load, may_bound = (request.actor.may(each) for each in (Permission.LOAD_FEED, Permission.BOUND_FEED))
    bounds = in_rows(bounds_of_feed(request.actor, key))
    shown = {"facts": facts, "rows": _in_rows(facts), "listing": listing, "may_load": may_load, "bounds": bounds}
    shown["may_bound"] = may_bound
    return show(request, "profiles/feed.html", **shown)


def _in_rows(facts: FeedRow) -> list[SummaryRow]:
    rows = [SummaryRow(_("Partner"), facts.partner), SummaryRow(_("In time?"), lateness(facts))]
    if facts.latest_on and facts.due_on:
        rows += [SummaryRow(_("Latest file"), facts.latest_on), SummaryRow(_("Next file due"), facts.due_on)]
    if facts.agreed_until:
        rows.append(SummaryRow(_("Agreement in force until"), facts.agreed_until))
    return rows
