"""The extracts of a region, each row with the person it is truly about."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from lynchpin_world.feeds.agencies import FEEDS
from lynchpin_world.feeds.faults import FAULTS, Fault, Values
from lynchpin_world.feeds.feed import Entry, Facts, Feed
from lynchpin_world.feeds.rates import DUPLICATED, rates
from lynchpin_world.feeds.values import true_values
from lynchpin_world.feeds.writing import is_child, parent
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
    dice = _dice(feed)
    rows = [row for entry in _entries(region, feed, rng) for row in _rows(region, feed, entry, dice, rng)]
    rng.shuffle(rows)
    return [_record(feed, region.block.serial(place), *row) for place, row in enumerate(rows, start=1)]


Row = tuple[str, Values, tuple[str, ...]]
Dice = list[tuple[str, float, Fault]]


def _dice(feed: Feed) -> Dice:
    """The faults that may strike, in the order of FAULTS: names go wrong before their marks are dropped."""
    chosen = rates(feed)
    return [(name, chosen[name], fault) for name, fault in FAULTS.items() if name in chosen]


def _entries(region: Region, feed: Feed, rng: Random) -> Iterator[Entry]:
    for family in region.families.values():
        for person, written_on, current in feed.lines(region, family, rng):
            child = is_child(region, person)
            yield Entry(person, family, written_on, current, child, parent(region, family) if child else None)


def _rows(region: Region, feed: Feed, entry: Entry, dice: Dice, rng: Random) -> Iterator[Row]:
    evidence = _evidence(region, feed, entry)
    copies = 2 if rng.random() < DUPLICATED else 1
    for _ in range(copies):
        values = true_values(region, entry, rng)
        struck = _strike(values, dice, entry, region, rng)
        kept = {column: values[column] for column in feed.columns if column != "record_id"}
        yield entry.person.person_id, kept | evidence, struck


def _evidence(region: Region, feed: Feed, entry: Entry) -> Facts:
    """The facts of one row by our names; none where no fact can apply."""
    if not entry.current:
        return {}
    about = entry.family.family_id if feed.of_households else entry.person.person_id
    return feed.evidence(region, entry, Random(f"lynchpin-world/{region.seed}/{feed.name}/facts/{about}"))


def _strike(values: Values, dice: Dice, entry: Entry, region: Region, rng: Random) -> tuple[str, ...]:
    """Put the feed's faults into the values; the names of those that struck, even if nothing could change."""
    struck = [(name, fault) for name, rate, fault in dice if rng.random() < rate]
    for _, fault in struck:
        fault(values, entry, region, rng)
    return tuple(name for name, _ in struck)


def _record(feed: Feed, number: int, person_id: str, values: Values, faults: tuple[str, ...]) -> Record:
    record_id = f"{feed.prefix}{number:07d}"
    return Record(feed.name, record_id, person_id, {"record_id": record_id} | values, faults)
