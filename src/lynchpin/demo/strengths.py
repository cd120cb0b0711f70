"""What is strong in the demo's zones and clusters: places where people meet. The places are invented; the towns are not."""

from __future__ import annotations

from lynchpin.demo.machine import Colleagues
from lynchpin.demo.staffing import DOMAIN
from lynchpin.places.use_cases.add_venue import add_venue
from lynchpin_world import Region

# what it is called in English and Welsh, and what helps somebody to get in
KINDS = (
    ("Workmen's hall, %s", "Neuadd y gweithwyr, %s", "Level entrance; hearing loop", "Mynedfa wastad; dolen glyw"),
    ("Library and hub, %s", "Llyfrgell a hwb, %s", "Level entrance; changing place", "Mynedfa wastad; lle newid"),
    ("Bowls pavilion, %s", "Pafiliwn bowls, %s", "Ramp at the side", "Ramp wrth yr ochr"),
)
TOWNS = ("Maerdy", "Ferndale", "Tylorstown", "Gurnos", "Porth", "Mountain Ash")


def add_places_to_meet(region: Region, colleagues: Colleagues) -> None:
    """One or two in each town, by the administrative officer."""
    officer = colleagues.named(f"admin-officer@{DOMAIN}")
    for place, town in enumerate(TOWNS):
        areas = [area for area in region.areas if area.town.startswith(town)]
        for area, kind in zip(areas[:2], KINDS[place % 2 :], strict=False):
            name_en, name_cy, access_en, access_cy = kind
            add_venue(
                officer,
                name_en=name_en % town,
                name_cy=name_cy % town,
                area=area.code,
                access_notes_en=access_en,
                access_notes_cy=access_cy,
            )
