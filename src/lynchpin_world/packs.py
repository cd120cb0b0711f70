"""Reads the small fact packs that ship with this package; their sources are in `pack/SOURCE.md`."""

import csv
from collections import defaultdict
from functools import cache
from importlib.resources import files

from lynchpin_world.region import Area

Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of `pack/<name>.csv`."""
    text = files("lynchpin_world").joinpath("pack", f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def areas() -> tuple[Area, ...]:
    """The 190 small areas of Rhondda Cynon Taf and Merthyr Tydfil, in code order."""
    return tuple(_area(row) for row in rows("areas"))


def _area(row: Row) -> Area:
    return Area(
        code=row["code"],
        name_en=row["name_en"],
        name_cy=row["name_cy"],
        authority=row["authority"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        residents=int(row["residents_2020"]),
        postcode_district=row["postcode_district"],
        cluster=row["cluster"],
    )


@cache
def other_forenames() -> dict[str, tuple[str, ...]]:
    """For each forename the others that the same person may go by, both ways round."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows("name_links"):
        found[row["forename"]].append(row["related_forename"])
        found[row["related_forename"]].append(row["forename"])
    return {forename: tuple(others) for forename, others in found.items()}


@cache
def other_surnames() -> dict[str, tuple[str, ...]]:
    """For each surname its other usual spellings, both ways round."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows("surname_links"):
        found[row["surname"]].append(row["related_surname"])
        found[row["related_surname"]].append(row["surname"])
    return {surname: tuple(others) for surname, others in found.items()}
