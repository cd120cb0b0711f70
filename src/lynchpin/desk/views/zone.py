"""A zone: what it has first, then the help going on there as numbers, then where people live."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.desk.choices import Permission
from lynchpin.desk.homes.words import in_words
from lynchpin.desk.queries.zone import ZoneOverview, zone_overview
from lynchpin.face.parts import Tile
from lynchpin.kernel.page import Request, page, show
from lynchpin.outcomes.disclosure import BOARD, Shown
from lynchpin.places.choices import Permission as Places
from lynchpin.places.views.clusters import population_map


@page(Permission.READ_ZONE)
def zone_page(request: Request, key: str) -> HttpResponse:
    """Strengths before needs, and no place beside another."""
    overview = zone_overview(request.actor, key)
    shown = {"facts": overview.facts, "tiles": _tiles(overview), "map": population_map(overview.facts.areas)}
    shown["hides"] = overview.numbers.hides
    may_add_venue = request.actor.may(Places.ADD_VENUE)
    return show(request, "desk/zone.html", may_add_venue=may_add_venue, **shown)


def _tiles(overview: ZoneOverview) -> list[Tile]:
    numbers = overview.numbers
    quarter = _("since %(day)s") % {"day": in_words(overview.quarter.starts_on)}
    return [
        Tile(_number(numbers.helped_now), _("people being helped now")),
        Tile(_number(numbers.begun), _("people who began to be helped"), note=quarter),
        Tile(_number(numbers.better_off), _("people for whom something changed"), note=quarter),
    ]


def _number(shown: Shown) -> str:
    """A number, or between which two it lies."""
    return shown.text if shown.value is not None else _("1 to %(most)s") % {"most": BOARD.hides_to}
