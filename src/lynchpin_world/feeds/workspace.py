"""Writes a profiling workspace: `profile.toml`, the agencies' extracts, and the truth beside them.

The same seed gives the same bytes.
"""

import csv
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from lynchpin_world.feeds.agencies import FEEDS
from lynchpin_world.feeds.extracts import Record, extract
from lynchpin_world.feeds.feed import Feed
from lynchpin_world.following_up import fifths, follow_ups
from lynchpin_world.region import Region

Row = Iterable[object]
Told = tuple[str, str, str]  # feed, record_id, and the person the record is truly about


def write_workspace(region: Region, folder: Path, say: Callable[[str], None]) -> int:
    """Write everything into `folder` and give the number of records. `say` is told each file as it is written."""
    for part in ("extracts", "truth"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "profile.toml").write_text(profile(region.as_at), encoding="utf-8", newline="\n")
    written: list[Told] = []
    at_home: set[str] = set()
    for feed in FEEDS:
        records = extract(region, feed)
        _write(folder / "extracts" / f"{feed.name}.csv", feed.header, _feed_rows(feed, records))
        say(f"{feed.name}: {len(records)} records")
        written += [(record.feed, record.record_id, record.person_id) for record in records]
        at_home.update(record.person_id for record in records if _names_home(region, record))
    write_truth(region, written, folder / "truth")
    _write(folder / "truth" / "homes.csv", ["person_id", "uprn", "postcode", "told"], _home_rows(region, at_home))
    _write(folder / "deprivation.csv", ["postcode", "fifth"], sorted(fifths(region).items()))
    return len(written)


def _names_home(region: Region, record: Record) -> bool:
    """Whether a record names the home that its person has today."""
    values, home = record.values, region.homes[region.people[record.person_id].home_id]
    if values.get("uprn") == home.uprn:
        return True
    return values.get("postcode") == home.postcode and values.get("address", "").upper().startswith(home.house.upper())


def profile(as_at: date, kind: str = "csv") -> str:
    """The text of `profile.toml`: the day, and each feed's place, trust and columns, ours = theirs. `kind` ends the files' names."""
    lines = [f"as_at = {as_at.isoformat()}"]
    for feed in FEEDS:
        lines += [
            "",
            "[[feeds]]",
            f'name = "{feed.name}"',
            f'path = "extracts/{feed.name}.{kind}"',
            f"trust = {feed.trust}",
        ]
        lines += ["[feeds.columns]", *_mapping(feed.columns)]
        lines += ["[feeds.facts]", *_mapping(feed.facts)]
    return "\n".join(lines) + "\n"


def _mapping(columns: Mapping[str, str]) -> list[str]:
    return [f'{ours} = "{theirs}"' for ours, theirs in columns.items()]


def _feed_rows(feed: Feed, records: list[Record]) -> Iterator[Row]:
    ours = [*feed.columns, *feed.facts]
    return ([record.values.get(column, "") for column in ours] for record in records)


def write_truth(region: Region, records: list[Told], folder: Path) -> None:
    """Who everybody is, whom each record is about, who lives with whom at `as_at` (families by their main homes), and what need
    was found later."""
    _write(folder / "people.csv", PEOPLE_HEADER, _people_rows(region))
    _write(folder / "records.csv", ["feed", "record_id", "person_id"], records)
    _write(folder / "families.csv", ["family_id", "person_id", "role", "home"], _family_rows(region))
    _write(folder / "institutions.csv", ["person_id", "institution", "uprn", "postcode"], _institution_rows(region))
    _write(folder / "confirmed.csv", ["feed", "record_id", "on", "confirmed"], _confirmed_rows(region, records))


PEOPLE_HEADER = [
    "person_id",
    "forename",
    "surname",
    "birth_date",
    "sex",
    "area",
    "family_id",
    "twin_of",
    "welsh_speaker",
]


def _people_rows(region: Region) -> Iterator[Row]:
    for person in region.people.values():
        area = region.homes[person.home_id].area.code
        speaks = "Y" if person.speaks_welsh else "N"
        yield (
            *(person.person_id, person.forename, person.surname, person.birth_date.isoformat(), person.sex),
            *(area, person.family_id, person.twin_of, speaks),
        )


def _family_rows(region: Region) -> Iterator[Row]:
    for family in region.families.values():
        yield from ((family.family_id, person_id, "adult", "main") for person_id in family.adult_ids)
        yield from ((family.family_id, person_id, "child", "main") for person_id in family.child_ids)
        yield from ((family.family_id, person_id, "child", "second") for person_id in family.second_home_child_ids)


def _home_rows(region: Region, at_home: Collection[str]) -> Iterator[Row]:
    """Where everybody lives today, and whether any record tells: nobody can find out what none does."""
    for person in region.people.values():
        home = region.homes[person.home_id]
        yield person.person_id, home.uprn, home.postcode, "Y" if person.person_id in at_home else "N"


def _institution_rows(region: Region) -> Iterator[Row]:
    """Those who share an address with strangers: the address is no family, and their own families are as in `families.csv`."""
    for person in region.people.values():
        home = region.homes[person.home_id]
        if home.institution:
            yield person.person_id, home.institution, home.uprn, home.postcode


def _confirmed_rows(region: Region, records: list[Told]) -> Iterator[Row]:
    """Families that were asked later, each by one record of theirs; one that no agency writes about is known to nobody."""
    first: dict[str, tuple[str, str]] = {}
    for feed, record_id, person_id in records:
        first.setdefault(region.people[person_id].family_id, (feed, record_id))
    for found in follow_ups(region):
        if known := first.get(found.family_id):
            yield *known, found.on.isoformat(), "Y" if found.confirmed else "N"


def _write(path: Path, header: list[str], rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
