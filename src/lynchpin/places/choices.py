"""Kinds of area, and what may be done to places."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class AreaKind(TextChoices):
    SMALL_AREA = "lsoa", _("Small area (LSOA)")
    MIDDLE_AREA = "msoa", _("Middle area (MSOA)")
    WARD = "ward", _("Ward")
    COUNCIL = "council", _("Council area")


class Domain(TextChoices):
    """What the Welsh Index of Multiple Deprivation ranks small areas by."""

    OVERALL = "overall", _("All domains together")
    INCOME = "income", _("Income")
    EMPLOYMENT = "employment", _("Employment")
    HEALTH = "health", _("Health")
    EDUCATION = "education", _("Education")
    SERVICES = "services", _("Access to services")
    HOUSING = "housing", _("Housing")
    SAFETY = "safety", _("Community safety")
    ENVIRONMENT = "environment", _("Physical environment")


class RankBand(TextChoices):
    """Groups of the index as its publisher forms them: what a page shows in place of a rank."""

    TOP_TENTH = "10", _("Among the 10% most deprived small areas of Wales")
    TOP_FIFTH = "20", _("Among the 10% to 20% most deprived")
    TOP_THIRD = "30", _("Among the 20% to 30% most deprived")
    TOP_HALF = "50", _("Among the 30% to 50% most deprived")
    OTHER_HALF = "100", _("Among the 50% least deprived")


class Permission(StrEnum):
    READ_PLACES = "places.read_places"
    READ_RANKS = "places.read_ranks"
    LOAD_PLACES = "places.load_places"
    LOAD_BOUNDARIES = "places.load_boundaries"
    LOAD_RANKS = "places.load_ranks"
    LOAD_POSTCODES = "places.load_postcodes"
    DRAW_CLUSTER = "places.draw_cluster"
    ADD_VENUE = "places.add_venue"


class Verb(StrEnum):
    PLACES_LOADED = "places.places_loaded"
    BOUNDARIES_LOADED = "places.boundaries_loaded"
    RANKS_LOADED = "places.ranks_loaded"
    POSTCODES_LOADED = "places.postcodes_loaded"
    CLUSTER_DRAWN = "places.cluster_drawn"
    VENUE_ADDED = "places.venue_added"


SENTENCES: dict[str, StrPromise] = {
    "place_file_unreadable": _("The file cannot be read. Save it again as UTF-8 text, or download it again."),
    "place_kind_unknown": _("Say what the file holds: boundaries, ranks, postcodes or clusters."),
    "boundaries_not_json": _("The file is not JSON. Download the boundaries as GeoJSON."),
    "boundaries_not_geojson": _("The file holds no areas. Download the boundaries as a GeoJSON feature collection."),
    "boundaries_without_codes": _(
        "Area %(number)s in the file has no code that is known, such as LSOA11CD. Use the publisher's own file."
    ),
    "boundaries_wrong_code": _(
        "Area %(number)s in the file has a code that is not Welsh: %(area)s. Use a file for Wales."
    ),
    "boundaries_code_twice": _("The code %(area)s is in the file more than once. Download the file again."),
    "boundaries_without_outline": _("The area %(area)s has no outline. Download the file again."),
    "boundaries_not_degrees": _(
        "The outlines are not in degrees. Download the file in longitude and latitude (WGS84, EPSG:4326)."
    ),
    "ranks_wrong_columns": _(
        "The file has no column named %(column)s. Use the table of index and domain ranks as its publisher gives it."
    ),
    "ranks_wrong_row": _(
        "Line %(line)s cannot be read. Each line needs a Welsh small-area code and whole-number ranks."
    ),
    "ranks_code_twice": _("Line %(line)s repeats the small area %(area)s. Download the file again."),
    "ranks_empty": _("The file holds no ranks. Download it again."),
    "postcodes_wrong_columns": _(
        "The file has no column named %(column)s. Use the postcode lookup as its publisher gives it."
    ),
    "postcodes_wrong_row": _("Line %(line)s cannot be read. Each line needs a postcode and a small-area code."),
    "postcodes_twice": _("Line %(line)s puts a postcode into a second small area. Download the file again."),
    "postcodes_empty": _("The file holds no postcodes of Wales. Use a file for Wales."),
    "postcodes_too_large": _("The file is larger than 200 MB. Cut it down to Wales, or load it with the command."),
    "cluster_area_unknown": _("The area %(area)s is not known. Load its boundaries first."),
    "cluster_area_held": _("The area %(area)s belongs to another cluster. Take it out of that cluster first."),
    "cluster_without_areas": _("Choose at least one area for the cluster."),
    "cluster_change_too_early": _("The cluster did not exist on that day. Choose a later day."),
    "venue_exists": _("There is already a venue of this name in this area."),
}
