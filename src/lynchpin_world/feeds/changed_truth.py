"""The truth of a workspace's second state: removed records gone, inserted ones of whom they are, newcomers in their kin's family."""

import csv
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lynchpin_world.region import ADULT_AGE

Row = dict[str, str]
Write = Callable[[Row], object]


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody of whom no record told before."""

    person_id: str
    forename: str
    surname: str
    birth_date: str
    sex: str


@dataclass(slots=True)
class Changed:
    """What became of one feed: numbers of removed records, and of inserted ones with the record that each was made from."""

    removed: set[str] = field(default_factory=set)
    inserted: dict[str, str] = field(default_factory=dict)
    newcomers: dict[str, Newcomer] = field(default_factory=dict)
    corrected: int = 0


def write_truth(before: Path, after: Path, changed: Mapping[str, Changed], as_at: date) -> None:
    """Write the files of the truth as they are after the changes, row by row."""
    newcomers = _write_records(before, after, changed)
    kin = _write_people(before, after, newcomers)
    with _rewritten(before, after, "families.csv") as (rows, write):
        for row in rows:
            write(row)
        for newcomer, kin_id in newcomers:
            write(_member(newcomer, kin[kin_id]["family_id"], as_at))
    _write_homes(before, after, newcomers)
    for file in ("institutions.csv", "confirmed.csv"):
        shutil.copyfile(before / file, after / file)


def _write_records(before: Path, after: Path, changed: Mapping[str, Changed]) -> list[tuple[Newcomer, str]]:
    """Gives each newcomer with the true person whose record theirs was made from."""
    made = {feed: _by_kin(each) for feed, each in changed.items()}
    newcomers: list[tuple[Newcomer, str]] = []
    with _rewritten(before, after, "records.csv") as (rows, write):
        for row in rows:
            feed = changed[row["feed"]]
            if row["record_id"] not in feed.removed:
                write(row)
            for number in made[row["feed"]].get(row["record_id"], ()):
                newcomer = feed.newcomers.get(number)
                write(row | {"record_id": number, "person_id": newcomer.person_id if newcomer else row["person_id"]})
                newcomers += [(newcomer, row["person_id"])] if newcomer else []
    return newcomers


def _by_kin(changed: Changed) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for number, kin in changed.inserted.items():
        found[kin].append(number)
    return found


def _write_people(before: Path, after: Path, newcomers: list[tuple[Newcomer, str]]) -> dict[str, Row]:
    """Gives the rows of the newcomers' kin, by person."""
    wanted, kin = {kin_id for _, kin_id in newcomers}, {}
    with _rewritten(before, after, "people.csv") as (rows, write):
        for row in rows:
            write(row)
            if row["person_id"] in wanted:
                kin[row["person_id"]] = row
        for newcomer, kin_id in newcomers:
            write(_person(newcomer, kin[kin_id]))
    return kin


def _write_homes(before: Path, after: Path, newcomers: list[tuple[Newcomer, str]]) -> None:
    """Newcomers live where their kin do, and are told of as far as these are; nobody else has moved."""
    made = defaultdict(list)
    for newcomer, kin_id in newcomers:
        made[kin_id].append(newcomer.person_id)
    with _rewritten(before, after, "homes.csv") as (rows, write):
        for row in rows:
            write(row)
            for person_id in made.get(row["person_id"], ()):
                write(row | {"person_id": person_id})


def _person(newcomer: Newcomer, kin: Row) -> Row:
    return kin | {
        "person_id": newcomer.person_id,
        "forename": newcomer.forename,
        "surname": newcomer.surname,
        "birth_date": newcomer.birth_date,
        "sex": newcomer.sex,
        "twin_of": "",
    }


def _member(newcomer: Newcomer, family_id: str, as_at: date) -> Row:
    born = date.fromisoformat(newcomer.birth_date)
    age = as_at.year - born.year - ((as_at.month, as_at.day) < (born.month, born.day))
    role = "adult" if age >= ADULT_AGE else "child"
    return {"family_id": family_id, "person_id": newcomer.person_id, "role": role, "home": "main"}


@contextmanager
def _rewritten(before: Path, after: Path, name: str) -> Iterator[tuple[Iterator[Row], Write]]:
    """The rows of a file as it was, and a way to write those of the file that it becomes."""
    with (
        (before / name).open(encoding="utf-8", newline="") as rows,
        (after / name).open("w", encoding="utf-8", newline="") as file,
    ):
        read = csv.DictReader(rows)
        writer = csv.DictWriter(file, read.fieldnames or (), lineterminator="\n")
        writer.writeheader()
        yield read, writer.writerow
