"""Kinds of area, and what may be done to places."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AreaKind(TextChoices):
    SMALL_AREA = "lsoa", _("Small area (LSOA)")
    MIDDLE_AREA = "msoa", _("Middle area (MSOA)")
    WARD = "ward", _("Ward")
    COUNCIL = "council", _("Council area")


class Permission(StrEnum):
    READ_PLACES = "places.read_places"
    LOAD_PLACES = "places.load_places"
    LOAD_POSTCODES = "places.load_postcodes"
    DRAW_CLUSTER = "places.draw_cluster"
    ADD_VENUE = "places.add_venue"


class Verb(StrEnum):
    PLACES_LOADED = "places.places_loaded"
    POSTCODES_LOADED = "places.postcodes_loaded"
    CLUSTER_DRAWN = "places.cluster_drawn"
    VENUE_ADDED = "places.venue_added"


SENTENCES: dict[str, object] = {}
