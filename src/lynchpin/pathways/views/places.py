"""Everyone on a pathway."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.kernel.page import Request, page, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import PlaceFilter
from lynchpin.pathways.queries.heads import PlaceRow
from lynchpin.pathways.queries.map import pathway_names, places
from lynchpin.pathways.views.words import place_tag


def _address(row: PlaceRow) -> str:
    return reverse("pathways:place", args=[row.reference])


COLUMNS = [
    Column("name", _("Name"), read=lambda row: row.name or row.reference, href=_address),
    Column("pathway_name", _("Pathway")),
    Column("step_name", _("Step"), sortable=True),
    Column("state", _("State"), Cell.TAG, read=place_tag),
    Column("stepped_on", _("On this step since"), Cell.DATE, sortable=True),
    Column("holder", _("With")),
]


@page(Permission.READ_PLACE, action="list")
def places_page(request: Request) -> HttpResponse:
    filters = PlaceFilter(request.GET or None, pathways=pathway_names(request.actor))
    query = ListQuery.from_params(request.GET, COLUMNS, sort="stepped_on")
    listing = Listing(
        COLUMNS,
        places(request.actor, query, **filters.chosen),
        request.GET,
        caption=__("People on pathways"),
        empty=__("Nobody here. Take a filter away to see more, or start a pathway from a case."),
        filters=filters,
    )
    return show(request, "pathways/places.html", heading=__("People on pathways"), listing=listing)
