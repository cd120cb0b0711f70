"""Handovers: under way, sent to you, come back, complete."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.kernel.page import Request, page, show
from lynchpin.pathways.choices import HandoverWay, Permission
from lynchpin.pathways.forms import HandoverFilter
from lynchpin.pathways.queries.handovers import HandoverRow, handovers
from lynchpin.pathways.views.words import handover_tag


def _address(row: HandoverRow) -> str:
    return reverse("pathways:handover", args=[row.reference])


COLUMNS = [
    Column("name", _("Name"), read=lambda row: row.name or row.reference, href=_address),
    Column("way", _("Which way"), read=lambda row: str(HandoverWay(row.way).label)),
    Column("to", _("To")),
    Column("state", _("State"), Cell.TAG, read=handover_tag),
    Column("by", _("From")),
    Column("prepared_on", _("Prepared"), Cell.DATE, sortable=True),
    Column("sent_on", _("Sent"), Cell.DATE, sortable=True),
]


@page(Permission.READ_HANDOVER, action="list")
def handovers_page(request: Request) -> HttpResponse:
    filters = HandoverFilter(request.GET or None)
    query = ListQuery.from_params(request.GET, COLUMNS, sort="prepared_on")
    listing = Listing(
        COLUMNS,
        handovers(request.actor, query, **filters.chosen),
        request.GET,
        caption=__("Handovers"),
        empty=__("No handovers here. Prepare one from a case."),
        filters=filters,
    )
    return show(request, "pathways/handovers.html", heading=__("Handovers"), listing=listing)
