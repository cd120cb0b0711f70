"""What a suggested route is called, from the reference pack."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lynchpin.kernel.labels import label
from lynchpin.organisations.feed_words import PACK
from lynchpin.reference import Row, open_pack


def route_names() -> dict[str, str]:
    """Every route's name in the active language, in the order of the pack."""
    return {key: label(row) for key, row in _routes().items()}


@cache
def _routes() -> Mapping[str, Row]:
    return {row.key: row for row in open_pack(PACK).table("frontdoor", "routes")}
