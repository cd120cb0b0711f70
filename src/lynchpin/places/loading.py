"""Loads places from a reference pack, and from the files that publishers ship."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, Refused
from lynchpin.places.boundaries import read_boundaries
from lynchpin.places.choices import AreaKind
from lynchpin.places.postcodes import read_postcodes
from lynchpin.places.ranks import read_ranks
from lynchpin.places.use_cases.load_boundaries import load_boundaries
from lynchpin.places.use_cases.load_places import load_places
from lynchpin.places.use_cases.load_postcodes import load_postcodes
from lynchpin.places.use_cases.load_ranks import load_ranks
from lynchpin.reference import Pack, Row, read_pack

COUNCIL_VINTAGE = 1996  # when the present councils were made

Counts = dict[str, int]


def load(pack: Pack, actor: Actor) -> Counts:
    """Load a pack's councils, clusters and zones, with their small areas. Gives counts: added, changed, unchanged."""
    memberships = pack.table("places", "cluster_areas")
    chosen = _one_definition(pack.table("places", "zone_areas"))
    councils = {row.key: row["official_code"] for row in pack.table("places", "councils")}
    council_of = {
        row.key: councils[row["council"]] for name in ("clusters", "zones") for row in pack.table("places", name)
    }
    return load_places(
        actor,
        areas=[
            *(_council(row) for row in pack.table("places", "councils")),
            *_small_areas(memberships, chosen, council_of),
        ],
        clusters=[_named(row) | {"official_code": row["official_code"]} for row in pack.table("places", "clusters")],
        zones=[_named(row) | {"anchor_key": row["anchor"]} for row in pack.table("places", "zones")],
        cluster_areas=[_dated(row) | {"cluster_id": row["cluster"], "area_id": row.key} for row in memberships],
        zone_areas=[
            _dated(row) | {"zone_id": row["zone"], "area_id": row["area_code"], "candidate": row.yes("candidate")}
            for row in chosen
        ],
    )


def load_file(kind: str, path: Path, actor: Actor) -> Counts:
    """Load one file of a kind: `boundaries` (GeoJSON), `ranks` or `postcodes` (CSV), or `clusters` (a reference pack's folder).

    Raises `Refused`, with a sentence, when the file is not what it should be.
    """
    if kind not in LOADERS:
        raise Refused(Reason("place_kind_unknown"))
    return LOADERS[kind](path, actor)


def _load_boundaries(path: Path, actor: Actor) -> Counts:
    return load_boundaries(actor, boundaries=read_boundaries(_text(path)))


def _load_ranks(path: Path, actor: Actor) -> Counts:
    return load_ranks(actor, ranks=read_ranks(_text(path)))


def _load_postcodes(path: Path, actor: Actor) -> Counts:
    try:
        with path.open("rb") as lines:
            return load_postcodes(actor, areas=read_postcodes(lines))
    except OSError:
        raise Refused(Reason("place_file_unreadable")) from None


def _load_clusters(path: Path, actor: Actor) -> Counts:
    return load(read_pack(path), actor)


LOADERS: Mapping[str, Callable[[Path, Actor], Counts]] = {
    "boundaries": _load_boundaries,
    "ranks": _load_ranks,
    "postcodes": _load_postcodes,
    "clusters": _load_clusters,
}


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Refused(Reason("place_file_unreadable")) from None


def _one_definition(rows: tuple[Row, ...]) -> list[Row]:
    """Where a pack defines a zone in several ways, the first counts: an area is in a zone once."""
    first: dict[str, str] = {}
    return [row for row in rows if first.setdefault(row["zone"], row["definition"]) == row["definition"]]


def _small_areas(clustered: tuple[Row, ...], zoned: list[Row], council_of: Mapping[str, str]) -> list[dict[str, Any]]:
    found = {row.key: _small_area(row, row.key, council_of[row["cluster"]]) for row in clustered}
    found |= {row["area_code"]: _small_area(row, row["area_code"], council_of[row["zone"]]) for row in zoned}
    return list(found.values())


def _small_area(row: Row, code: str, council_code: str) -> dict[str, Any]:
    names = {"name_en": row.label_en, "name_cy": row.label_cy}
    known = {"code": code, "kind": AreaKind.SMALL_AREA, "vintage": row.whole("vintage"), "council_code": council_code}
    return known | names


def _council(row: Row) -> dict[str, Any]:
    names = {"name_en": row.label_en, "name_cy": row.label_cy}
    return {"code": row["official_code"], "kind": AreaKind.COUNCIL, "vintage": COUNCIL_VINTAGE, **names}


def _named(row: Row) -> dict[str, Any]:
    return {"key": row.key, "name_en": row.label_en, "name_cy": row.label_cy, **_dated(row)}


def _dated(row: Row) -> dict[str, Any]:
    return {"valid_from": row.valid_from, "valid_to": row.valid_to}
