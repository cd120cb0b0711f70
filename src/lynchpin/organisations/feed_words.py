"""Names of feeds and of the fields in them, from the reference pack: an agreement is signed before anything is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lynchpin.kernel.labels import label
from lynchpin.reference import Pack, Row, open_pack

PACK = "cwm-taf"


@dataclass(frozen=True, slots=True)
class FeedWords:
    """A feed as an agreement names it: who usually sends it, and the fields it may carry."""

    key: str
    label: str
    partner: str
    fields: tuple[str, ...]


def feeds() -> tuple[FeedWords, ...]:
    """Every feed of the pack, in its order."""
    return tuple(_feed(row) for row in _pack().table("profiles", "feeds"))


def feed(key: str) -> FeedWords:
    """One feed; a feed that the pack does not know is named by its key."""
    return next((words for words in feeds() if words.key == key), FeedWords(key, key, "", ()))


def field_names(fields: tuple[str, ...]) -> list[tuple[str, str]]:
    """(field, name) for each field; a field that the pack does not know is named by itself."""
    known = _columns()
    return [(name, label(known[name]) if name in known else name) for name in fields]


def _feed(row: Row) -> FeedWords:
    pairs = (*row.many("columns"), *row.many("facts"))
    return FeedWords(row.key, label(row), row["partner"], tuple(pair.split("=")[0] for pair in pairs))


@cache
def _pack() -> Pack:
    return open_pack(PACK)


@cache
def _columns() -> Mapping[str, Row]:
    return {row.key: row for row in _pack().table("profiles", "columns")}
