"""The caseload: one's own people by the day they are due, or those of one's clusters, the longest silence first."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms import CaseFilter
from lynchpin.casework.queries.caseload import caseload
from lynchpin.casework.views.columns import COLUMNS, columns_for
from lynchpin.face.lists import Listing, ListQuery
from lynchpin.kernel.page import Request, page, show


@page(Permission.READ_CASELOAD, action="list")
def caseload_page(request: Request) -> HttpResponse:
    filters = CaseFilter(request.GET or None)
    first = "last_contact_on" if request.actor.may(Permission.READ_HEADROOM) else "next_contact_on"
    query = ListQuery.from_params(request.GET, COLUMNS, sort=first)
    found = caseload(request.actor, query, **filters.chosen)
    listing = Listing(
        columns_for(request.actor, covers=any(row.cover_for for row in found.rows)),
        found,
        request.GET,
        caption=_("Cases"),
        empty=_("No cases here. Take a filter away to see more."),
        filters=filters,
        csv_url=reverse("casework:export_cases") if request.actor.may(Permission.EXPORT_CASES) else "",
    )
    return show(request, "casework/caseload.html", heading=_("Caseload"), listing=listing)
