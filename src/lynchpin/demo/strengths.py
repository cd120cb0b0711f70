"""What is strong in the demo's zones and clusters: what is said of them, and where people meet. Invented; the towns are not."""

from __future__ import annotations

from lynchpin.demo.machine import Colleagues, machine
from lynchpin.demo.staffing import DOMAIN
from lynchpin.places.use_cases.add_venue import add_venue
from lynchpin.places.use_cases.load_places import load_places
from lynchpin_world import Region

# what it is called in English and Welsh, and what helps somebody to get in
KINDS = (
    ("Workmen's hall, %s", "Neuadd y gweithwyr, %s", "Level entrance; hearing loop", "Mynedfa wastad; dolen glyw"),
    ("Library and hub, %s", "Llyfrgell a hwb, %s", "Level entrance; changing place", "Mynedfa wastad; lle newid"),
    ("Bowls pavilion, %s", "Pafiliwn bowls, %s", "Ramp at the side", "Ramp wrth yr ochr"),
)
TOWNS = ("Maerdy", "Ferndale", "Tylorstown", "Gurnos", "Porth", "Mountain Ash")


# zone -> what people there say is strong
SAID = {
    "gurnos": (
        "Neighbours look out for one another, and the community centre is open most evenings. "
        "Parents run their own after-school club, and there is a waiting list to join the choir.",
        "Mae cymdogion yn gofalu am ei gilydd, ac mae'r ganolfan gymunedol ar agor y rhan fwyaf o nosweithiau. "
        "Mae rhieni'n cynnal eu clwb ar ôl ysgol eu hunain, ac mae rhestr aros i ymuno â'r côr.",
    ),
    "upper_rhondda_fach_zone": (
        "Three towns with halls of their own, and a band that has not missed a season. "
        "Grandparents do much of the caring, and people come together when something needs mending.",
        "Tair tref â'u neuaddau eu hunain, a band nad yw wedi colli tymor. "
        "Neiniau a theidiau sy'n gwneud llawer o'r gofalu, a daw pobl ynghyd pan fydd angen trwsio rhywbeth.",
    ),
}


def say_what_is_strong() -> None:
    """Each zone's strengths, in both languages."""
    rows = [{"key": zone, "strengths_en": english, "strengths_cy": welsh} for zone, (english, welsh) in SAID.items()]
    load_places(machine("system-admin"), zones=rows)


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
