"""When a file of a feed is stopped although it can be read, and who answers for that."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.face.parts import SummaryRow
from lynchpin.kernel import clock
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.forms import BoundFeedForm
from lynchpin.profiles.queries.bounds import BoundsOfFeed, bounds_of_feed
from lynchpin.profiles.use_cases.bound_feed import bound_feed


@page(Permission.BOUND_FEED, opens="feed")
def bound_feed_page(request: Request, key: str) -> HttpResponse:
    facts = bounds_of_feed(request.actor, key)
    form = BoundFeedForm(request.POST or None, initial={**_typed(facts), "version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            bound_feed(request.actor, feed=key, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The bounds are set, and you answer for them."), "profiles:feed", key)
    return show(request, "profiles/bound_feed.html", facts=facts, form=form)


def in_rows(facts: BoundsOfFeed) -> list[SummaryRow]:
    """The bounds in words, and their owner."""
    rule = facts.rule
    rows = [
        SummaryRow(_("Rows with faults"), _("More than %(percent)s%%") % {"percent": rule.bad_percent}),
        SummaryRow(
            _("A file that grows"), _("To %(percent)s%% of the last one or more") % {"percent": rule.grown_percent}
        ),
        SummaryRow(
            _("A file that shrinks"), _("To %(percent)s%% of the last one or less") % {"percent": rule.shrunk_percent}
        ),
        SummaryRow(_("Patterns or codes of a column"), _("Drift above %(drift)s") % {"drift": rule.drift / 100}),
        SummaryRow(_("A person’s number in many rows"), _("%(rows)s rows or more") % {"rows": rule.same_number}),
        SummaryRow(_("A date of birth in many rows"), _("%(rows)s rows or more") % {"rows": rule.shared}),
    ]
    if facts.owned_at is None:
        return [*rows, SummaryRow(_("Who answers for it"), _("Nobody yet: these are the bounds of every feed"))]
    owner = SummaryRow(_("Who answers for it"), facts.owner)
    return [*rows, owner, SummaryRow(_("Set on"), local_date(facts.owned_at)), SummaryRow(_("Why"), facts.reason)]


def _typed(facts: BoundsOfFeed) -> dict[str, int]:
    return asdict(facts.rule)
