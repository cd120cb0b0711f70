"""Loads the feeds of a reference pack."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lynchpin.kernel.actor import Actor
from lynchpin.profiles.choices import LateFiles
from lynchpin.profiles.use_cases.declare_feed import declare_feed
from lynchpin.reference import Pack, Row


def load(pack: Pack, actor: Actor) -> int:
    """Declare every feed of the pack; partners must be organisations already. Gives how many feeds the pack has."""
    feeds = pack.table("profiles", "feeds")
    for row in feeds:
        _declare(actor, row)
    return len(feeds)


def _declare(actor: Actor, row: Row) -> None:
    declare_feed(
        actor,
        key=row.key,
        name_en=row.label_en,
        name_cy=row.label_cy,
        partner=row["partner"],
        cadence_days=row.whole("cadence_days") or 31,
        trust=Decimal(row["trust_percent"]) / 100,
        columns=mapped(row.many("columns")),
        facts=mapped(row.many("facts")),
        operations=mapped(row.many("operations")) if "operations" in row else {},
        late_files=row.get("late_files") or LateFiles.REFUSE,
    )


def mapped(entries: Iterable[str]) -> dict[str, str]:
    """`ours=theirs` entries, or `code=operation`, as a mapping, in their order."""
    return dict(entry.split("=", 1) for entry in entries)
