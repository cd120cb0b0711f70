"""Reads boundaries as their publishers ship them: GeoJSON with the property names of the ONS or of the Welsh Government. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lynchpin.kernel.errors import Reason, Refused
from lynchpin.places.choices import AreaKind
from lynchpin.places.outlines import Point, middle, simplified

KINDS = {
    "lsoa": AreaKind.SMALL_AREA,
    "msoa": AreaKind.MIDDLE_AREA,
    "wd": AreaKind.WARD,
    "ward": AreaKind.WARD,
    "lad": AreaKind.COUNCIL,
    "ctyua": AreaKind.COUNCIL,
    "utla": AreaKind.COUNCIL,
    "la": AreaKind.COUNCIL,
}
CODE_NAME = re.compile(rf"({'|'.join(KINDS)})(\d\d)?_?(?:cd|code)")  # LSOA11CD, lsoa_code, wd25cd, lad_cd
WELSH_CODE = re.compile(r"W\d{8}")
NAMES_EN = (
    "wg_name_en",
    "name_en",
    "{stem}_name_en",
    "{stem}nm",
    "{stem}_name",
    "{kind}_name_en",
    "{kind}_name",
    "hcl_name_en",
    "ons_name_en",
)
NAMES_CY = ("wg_name_cy", "name_cy", "{stem}_name_cy", "{stem}nmw", "{kind}_name_cy", "hcl_name_cy", "ons_name_cy")
LARGEST_DEGREE = 180
SAME_CODES_SINCE = 2011  # the vintage of a file that does not say


@dataclass(frozen=True, slots=True)
class Boundary:
    """An area as published, its outline simplified. Rings are of (longitude, latitude) in degrees."""

    code: str
    kind: str
    vintage: int
    name_en: str
    name_cy: str
    longitude: float
    latitude: float
    rings: tuple[tuple[Point, ...], ...]


def read_boundaries(text: str) -> tuple[Boundary, ...]:
    """Every area of a file. Raises `Refused`, naming the first area that cannot be read: a file is taken whole or not at all."""
    boundaries = tuple(_boundary(number, feature) for number, feature in enumerate(_features(text), start=1))
    seen: set[str] = set()
    for boundary in boundaries:
        if boundary.code in seen:
            raise Refused(Reason("boundaries_code_twice", area=boundary.code))
        seen.add(boundary.code)
    return boundaries


def _features(text: str) -> Sequence[Mapping[str, Any]]:
    try:
        held = json.loads(text)
    except ValueError:
        raise Refused(Reason("boundaries_not_json")) from None
    features = held.get("features") if isinstance(held, dict) else None
    if not isinstance(features, list) or not features:
        raise Refused(Reason("boundaries_not_geojson"))
    return features


def _boundary(number: int, feature: Any) -> Boundary:
    given = feature.get("properties") if isinstance(feature, dict) else None
    told = {name.lower(): value for name, value in given.items()} if isinstance(given, dict) else {}
    found = next(((name, match) for name in told if (match := CODE_NAME.fullmatch(name))), None)
    if found is None:
        raise Refused(Reason("boundaries_without_codes", number=number))
    name, match = found
    code, kind, year = str(told[name]), match[1], match[2]
    if not WELSH_CODE.fullmatch(code):
        raise Refused(Reason("boundaries_wrong_code", number=number, area=code[:20]))
    words = {"stem": f"{kind}{year or ''}", "kind": kind}
    rings = _rings(code, feature.get("geometry"))
    vintage = 2000 + int(year) if year else SAME_CODES_SINCE
    names = (_name(told, NAMES_EN, words) or code, _name(told, NAMES_CY, words))
    return Boundary(code, KINDS[kind], vintage, *names, *_centre(told, rings), tuple(_plain(rings)))


def _name(told: Mapping[str, Any], patterns: Sequence[str], words: Mapping[str, str]) -> str:
    wanted = (pattern.format(**words) for pattern in patterns)
    return next((str(told[name]).strip() for name in wanted if told.get(name)), "")


def _rings(code: str, geometry: Any) -> list[list[Point]]:
    """The outer ring of each part of an area; holes are left out, as a page this size cannot show them."""
    shape = geometry if isinstance(geometry, dict) else {}
    parts = {"Polygon": lambda c: [c], "MultiPolygon": lambda c: c}.get(shape.get("type", ""))
    try:
        rings = [[(float(point[0]), float(point[1])) for point in part[0]] for part in parts(shape["coordinates"])]  # type: ignore[misc]
    except (TypeError, ValueError, KeyError, IndexError):
        rings = []
    if not rings or min(map(len, rings)) < 3:
        raise Refused(Reason("boundaries_without_outline", area=code))
    if any(abs(degree) > LARGEST_DEGREE for ring in rings for point in ring for degree in point):
        raise Refused(Reason("boundaries_not_degrees"))
    return rings


def _plain(rings: Sequence[Sequence[Point]]) -> Iterator[tuple[Point, ...]]:
    return (tuple(simplified(ring)) for ring in rings)


def _centre(told: Mapping[str, Any], rings: Sequence[Sequence[Point]]) -> Point:
    """Longitude and latitude: the publisher's own where given, else of the largest part."""
    given = (told.get("long"), told.get("lat"))
    if all(isinstance(degree, int | float) for degree in given):
        return given  # type: ignore[return-value]
    return middle(rings)
