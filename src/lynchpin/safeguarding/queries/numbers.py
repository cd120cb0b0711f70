"""Numbers to ring before any form, from the reference pack; the out-of-hours one as the council gave it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.conf import settings

from lynchpin.face.context import in_language
from lynchpin.reference import Row, open_pack

PACK = "cwm-taf"
EMERGENCY, SOCIAL_SERVICES, POLICE = "emergency", "social_services_out_of_hours", "police"


@dataclass(frozen=True, slots=True)
class NumberToRing:
    """A number, in the language of the page; empty where the council has yet to give it."""

    name: str
    number: str
    use: str


def numbers_to_ring() -> tuple[NumberToRing, ...]:
    """999 first, then social services, then the police when nobody is in danger now."""
    lines = _lines()
    return tuple(_number(lines[key]) for key in (EMERGENCY, SOCIAL_SERVICES, POLICE))


@cache
def _lines() -> dict[str, Row]:
    return {row.key: row for row in open_pack(PACK).table("site", "help_lines")}


def _number(row: Row) -> NumberToRing:
    own = settings.ENVIRONMENT.out_of_hours_line if row.key == SOCIAL_SERVICES else row["number"]
    name = in_language({"en": row.label_en, "cy": row.label_cy})
    return NumberToRing(name, own, in_language({"en": row["use_en"], "cy": row["use_cy"]}))
