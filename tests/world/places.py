"""Two clusters and the rest of the county, made by the loader."""

from __future__ import annotations

from lynchpin.places.use_cases.load_places import load_places
from tests.world.staff import LONG_AGO, machine


class PlacesWorld:
    """`porth` and `taf-west` with one small area each, and one area outside every cluster."""

    IN_PORTH, IN_TAF_WEST, OUTSIDE = "W01001001", "W01001002", "W01001003"

    def __init__(self) -> None:
        super().__init__()
        areas = [
            {"code": code, "kind": "lsoa", "vintage": 2011, "name_en": f"Area {n}", "name_cy": f"Ardal {n}"}
            for n, code in enumerate((self.IN_PORTH, self.IN_TAF_WEST, self.OUTSIDE), start=1)
        ]
        clusters = [
            {"key": key, "name_en": name, "name_cy": name, "valid_from": LONG_AGO}
            for key, name in (("porth", "Porth"), ("taf-west", "Taf West"))
        ]
        memberships = [
            {"cluster_id": key, "area_id": code, "valid_from": LONG_AGO}
            for key, code in (("porth", self.IN_PORTH), ("taf-west", self.IN_TAF_WEST))
        ]
        load_places(machine("system-admin"), areas=areas, clusters=clusters, cluster_areas=memberships)
