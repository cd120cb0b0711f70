"""How far a run may lie from the one before it, from the reference pack: each bound with its owner, its source and its day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from lynchpin.kernel.labels import label
from lynchpin.organisations.feed_words import PACK
from lynchpin.reference import Row, open_pack


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound as people read it. `owner` is the role that answers for it."""

    key: str
    name: str
    limit: int
    unit: str
    owner: str
    since: date | None


def limits() -> dict[str, int]:
    """Every bound's limit, by key, in its own unit."""
    return {key: row.whole("limit") or 0 for key, row in _bounds().items()}


def bounds() -> tuple[Bound, ...]:
    """Every bound in the active language, in the order of the pack."""
    return tuple(
        Bound(key, label(row), row.whole("limit") or 0, row["unit"], row["owner"], row.day("valid_from"))
        for key, row in _bounds().items()
    )


@cache
def _bounds() -> Mapping[str, Row]:
    return {row.key: row for row in open_pack(PACK).table("profiles", "drift_bounds")}
