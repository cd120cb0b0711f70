"""Check-ins: who is to be asked whether it has lasted."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.kernel.page import Request, page, show
from lynchpin.pathways.choices import CheckInPoint, Permission
from lynchpin.pathways.forms import CheckInFilter
from lynchpin.pathways.queries.check_ins import CheckInRow, check_ins
from lynchpin.pathways.views.words import check_in_tag


def _address(row: CheckInRow) -> str:
    return reverse("pathways:record_check_in", args=[row.reference])


COLUMNS = [
    Column("name", _("Name"), read=lambda row: row.name or row.reference, href=_address),
    Column("point", _("When"), read=lambda row: str(CheckInPoint(row.point).label)),
    Column("due_on", _("Due"), Cell.DATE, sortable=True),
    Column("state", _("State"), Cell.TAG, read=check_in_tag),
    Column("cluster", _("Cluster"), read=lambda row: row.cluster or __("Outside every cluster")),
    Column("holder", _("Who asks")),
]
SEEN = [
    Column("name", _("Name"), read=lambda row: row.name or row.reference),
    *COLUMNS[1:],
]  # for those who record none


@page(Permission.READ_CHECK_INS, action="list")
def check_ins_page(request: Request) -> HttpResponse:
    filters = CheckInFilter(request.GET or None)
    columns = COLUMNS if request.actor.may(Permission.RECORD_CHECK_IN) else SEEN
    query = ListQuery.from_params(request.GET, columns, sort="due_on")
    listing = Listing(
        columns,
        check_ins(request.actor, query, **filters.chosen),
        request.GET,
        caption=__("Check-ins"),
        empty=__("Nobody is to be asked here now. Check-ins are planned when a case closes well."),
        filters=filters,
    )
    return show(request, "pathways/check_ins.html", heading=__("Check-ins"), listing=listing)
