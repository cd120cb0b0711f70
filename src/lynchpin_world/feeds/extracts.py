"""The five extracts of a region, each row with the person it is truly about."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from lynchpin_world.feeds.columns import FEEDS, Feed
from lynchpin_world.feeds.coverage import Entry, entries
from lynchpin_world.feeds.facts import facts
from lynchpin_world.feeds.faults import FAULTS, Values
from lynchpin_world.feeds.rates import DUPLICATED, rates
from lynchpin_world.feeds.values import true_values
from lynchpin_world.region import Region


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a feed by our column names, whom it is truly about, and which faults changed it."""

    feed: str
    record_id: str
    person_id: str
    values: Values
    faults: tuple[str, ...]


def extracts(region: Region) -> dict[str, list[Record]]:
    """Rows by feed name, in no telling order; record ids are unique within a feed."""
    return {feed.name: extract(region, feed) for feed in FEEDS}


def extract(region: Region, feed: Feed) -> list[Record]:
    """One feed's rows. Each feed draws from its own chance, so that one can change without the others."""
    rng = Random(f"lynchpin-world/{region.seed}/{feed.name}")
    rows = [row for entry in _entries(region, feed, rng) for row in _rows(region, feed, entry, rng)]
    rng.shuffle(rows)
    return [_record(feed, place, *row) for place, row in enumerate(rows, start=1)]


Row = tuple[str, Values, tuple[str, ...]]


def _entries(region: Region, feed: Feed, rng: Random) -> Iterator[Entry]:
    for family in region.families.values():
        yield from entries(region, feed.name, family, rng)


def _rows(region: Region, feed: Feed, entry: Entry, rng: Random) -> Iterator[Row]:
    evidence = facts(region, feed.name, entry)
    copies = 2 if rng.random() < DUPLICATED else 1
    for _ in range(copies):
        values = true_values(region, entry, rng)
        struck = _strike(values, feed, entry, region, rng)
        kept = {column: values[column] for column in feed.columns if column != "record_id"}
        yield entry.person.person_id, kept | evidence, struck


def _strike(values: Values, feed: Feed, entry: Entry, region: Region, rng: Random) -> tuple[str, ...]:
    """Put the feed's faults into the values; the names of those that struck, even if nothing could change."""
    struck = tuple(name for name, rate in _ordered_rates(feed.name) if rng.random() < rate)
    for name in struck:
        FAULTS[name](values, entry, region, rng)
    return struck


def _ordered_rates(feed: str) -> list[tuple[str, float]]:
    """In the order of FAULTS: names go wrong before their marks are dropped."""
    chosen = rates(feed)
    return [(name, chosen[name]) for name in FAULTS if name in chosen]


def _record(feed: Feed, place: int, person_id: str, values: Values, faults: tuple[str, ...]) -> Record:
    record_id = f"{feed.prefix}{place:07d}"
    return Record(feed.name, record_id, person_id, {"record_id": record_id} | values, faults)
