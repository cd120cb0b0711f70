"""The map of all pathways, with how many people stand on each step."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.kernel.page import Request, page, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.queries.map import pathway_map
from lynchpin.pathways.views.diagram import figure_of


@page(Permission.READ_PATHWAYS, action="list")
def pathway_map_page(request: Request) -> HttpResponse:
    found = [(each, figure_of(each)) for each in pathway_map(request.actor)]
    return show(request, "pathways/pathway_map.html", pathways=found)
