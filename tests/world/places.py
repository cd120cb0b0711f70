"""Two clusters, a zone and the rest of the county, made by the loader."""

from __future__ import annotations

from lynchpin.places.use_cases.load_places import load_places
from tests.world.staff import LONG_AGO, machine


class PlacesWorld:
    """`porth` and `taf-west` with one small area each, the zone `gurnos` with another, and one area outside all three."""

    IN_PORTH, IN_TAF_WEST, OUTSIDE, IN_GURNOS = "W01001001", "W01001002", "W01001003", "W01001004"

    def __init__(self) -> None:
        super().__init__()
        codes = (self.IN_PORTH, self.IN_TAF_WEST, self.OUTSIDE, self.IN_GURNOS)
        areas = [
            {"code": code, "kind": "lsoa", "vintage": 2011, "name_en": f"Area {n}", "name_cy": f"Ardal {n}"}
            for n, code in enumerate(codes, start=1)
        ]
        clusters = [
            {"key": key, "name_en": english, "name_cy": welsh, "valid_from": LONG_AGO}
            for key, english, welsh in (("porth", "Porth", "Y Porth"), ("taf-west", "Taf West", "Gorllewin Taf"))
        ]
        zones = [{"key": "gurnos", "name_en": "Gurnos", "name_cy": "Gurnos", "valid_from": LONG_AGO}]
        memberships = [
            {"cluster_id": key, "area_id": code, "valid_from": LONG_AGO}
            for key, code in (("porth", self.IN_PORTH), ("taf-west", self.IN_TAF_WEST))
        ]
        in_zone = [{"zone_id": "gurnos", "area_id": self.IN_GURNOS, "valid_from": LONG_AGO}]
        load_places(
            machine("system-admin"),
            areas=areas,
            clusters=clusters,
            zones=zones,
            cluster_areas=memberships,
            zone_areas=in_zone,
        )
