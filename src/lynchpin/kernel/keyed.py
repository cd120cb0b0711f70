"""Definitions by key: loading the same pack twice changes nothing; a row that left the pack stays, with its end date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from lynchpin.kernel.models import Governed


def keep_keyed(model: type[Governed], rows: Iterable[Mapping[str, Any]], *, by: str = "key") -> Counter[str]:
    """Add or change rows by their key; never delete. Counts them as added, changed or unchanged."""
    kept = {getattr(row, by): row for row in model.unscoped.all()}
    counts: Counter[str] = Counter(added=0, changed=0, unchanged=0)
    fresh = []
    for given in rows:
        row = kept.get(given[by])
        if row is None:
            fresh.append(model(**given))
        else:
            counts[_bring_up_to_date(row, given)] += 1
    model.objects.bulk_create(fresh)
    counts["added"] += len(fresh)
    return counts


def _bring_up_to_date(row: Governed, given: Mapping[str, Any]) -> str:
    differing = [name for name, value in given.items() if getattr(row, name) != value]
    for name in differing:
        setattr(row, name, given[name])
    if differing:
        row.store(*differing)
    return "changed" if differing else "unchanged"
