"""The list behind a number of the scorecard."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.views.columns import COLUMNS
from lynchpin.face.lists import Listing, ListQuery
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, show
from lynchpin.outcomes.periods import in_words
from lynchpin.outcomes.queries.scorecard import counted_cases
from lynchpin.outcomes.rules import Quarter
from lynchpin.outcomes.views.numbers import labels


@page(Permission.READ_CASELOAD, action="list")
def counted_cases_page(request: Request) -> HttpResponse:
    key, cluster = request.GET.get("number", ""), request.GET.get("cluster", "")
    quarter = Quarter.read(request.GET.get("quarter", "")) or Quarter.of(clock.today())
    query = ListQuery.from_params(request.GET, COLUMNS, sort="opened_on")
    listing = Listing(
        COLUMNS,
        counted_cases(request.actor, query, key=key, quarter=quarter, cluster=cluster),
        request.GET,
        caption=_("Cases behind the number"),
        empty=_("None of the cases behind this number are in your sight."),
    )
    heading = _("%(quarter)s: %(number)s") % {"quarter": in_words(quarter), "number": labels().get(key, key)}
    return show(request, "outcomes/counted_cases.html", heading=heading, listing=listing)
