"""Clusters and zones: the list, one cluster with its map, and drawing it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.face.charts import Words
from lynchpin.face.maps import AreaTile, tile_map
from lynchpin.face.parts import Figure
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.places import queries
from lynchpin.places.choices import Permission
from lynchpin.places.forms import DrawClusterForm
from lynchpin.places.queries import AreaChoice, AreaFacts
from lynchpin.places.use_cases.draw_cluster import draw_cluster

CLASSES = (1000, 1500, 2000, 2500)  # residents at which a darker shade starts; small areas hold 1,000 to 3,000 people


@page(Permission.READ_PLACES, action="list")
def clusters_page(request: Request) -> HttpResponse:
    actor = request.actor
    may = {
        "may_add_venue": actor.may(Permission.ADD_VENUE),
        "may_load_postcodes": actor.may(Permission.LOAD_POSTCODES),
    }
    shown = {"clusters": queries.clusters(actor), "zones": queries.zones(actor), "venues": queries.venues(actor)}
    return show(request, "places/clusters.html", **may, **shown)


@page(Permission.READ_PLACES)
def cluster_page(request: Request, key: str) -> HttpResponse:
    facts = queries.cluster(request.actor, key)
    may_draw = request.actor.may(Permission.DRAW_CLUSTER)
    return show(request, "places/cluster.html", facts=facts, map=population_map(facts.areas), may_draw=may_draw)


@page(Permission.DRAW_CLUSTER)
def draw_cluster_page(request: Request, key: str) -> HttpResponse:
    facts, choices = queries.areas_to_draw(request.actor, key)
    now = {
        "version": facts.version,
        "on": clock.today(),
        "areas": [choice.code for choice in choices if choice.mine],
    }
    form = DrawClusterForm(request.POST or None, areas=[_choice(choice) for choice in choices], initial=now)
    if form.is_valid():
        with refusals_on(form):
            draw_cluster(request.actor, key=key, **form.cleaned_data)
            return redirect_with(request, _("The cluster is drawn."), "places:cluster", key)
    return show(request, "places/draw_cluster.html", facts=facts, form=form)


def population_map(areas: Sequence[AreaFacts]) -> Figure | None:
    """A tile an area, shaded by how many people live there; none where no outlines were loaded."""
    placed = [area for area in areas if area.longitude is not None and area.latitude is not None]
    if not placed:
        return None
    title = _("Where people live")
    words = Words("population", title, _("A tile for each small area, darker where more people live."))
    return Figure(
        key="population",
        title=title,
        finding=_("Each tile is a small area, placed roughly where it lies."),
        svg=tile_map([_tile(area) for area in placed], _class_names(), _("Not known"), words),
        columns=[_("Area"), _("Residents")],
        rows=[[area.name, _shown(area)] for area in areas],
    )


def _tile(area: AreaFacts) -> AreaTile:
    shade = None if area.population is None else sum(area.population >= start for start in CLASSES)
    return AreaTile(area.name, area.longitude or 0.0, area.latitude or 0.0, shade, _shown(area))


def _shown(area: AreaFacts) -> str:
    return _("Not known") if area.population is None else f"{area.population:,}"


def _class_names() -> list[str]:
    first = _("Under %(end)s") % {"end": f"{CLASSES[0]:,}"}
    last = _("%(start)s or more") % {"start": f"{CLASSES[-1]:,}"}
    between = [f"{start:,}–{end - 1:,}" for start, end in pairwise(CLASSES)]
    return [first, *between, last]


def _choice(choice: AreaChoice) -> tuple[str, str]:
    if not choice.other:
        return choice.code, choice.name
    return choice.code, _("%(area)s (now in %(cluster)s)") % {"area": choice.name, "cluster": choice.other}
