"""The map of all pathways, with how many people stand on each step."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from lynchpin.face.parts import Figure
from lynchpin.kernel.page import Request, page, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.queries.map import PathwayOnMap, pathway_map
from lynchpin.pathways.views.diagram import figure_of


@page(Permission.READ_PATHWAYS, action="list")
def pathway_map_page(request: Request) -> HttpResponse:
    found = [_with_way(each) for each in pathway_map(request.actor)]
    return show(request, "pathways/pathway_map.html", pathways=found)


def _with_way(on_map: PathwayOnMap) -> Figure:
    """The pathway's figure, with the way to its page beside what it finds."""
    drawn, pathway = figure_of(on_map), on_map.pathway
    words = _("Steps and people: %(pathway)s") % {"pathway": pathway.name}
    address = reverse("pathways:pathway", args=[pathway.key])
    way = format_html('{}<br><a class="govuk-link" href="{}">{}</a>', drawn.finding, address, words)
    return replace(drawn, finding=way)
