"""Brings the outcomes' part of a reference pack into the service."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lynchpin.kernel.actor import Actor
from lynchpin.outcomes.use_cases.load_reported_results import load_reported_results
from lynchpin.reference import Pack


def load(pack: Pack, actor: Actor) -> dict[str, int]:
    """Keep the pack's reported results. Gives counts of rows added, changed and unchanged."""
    return load_reported_results(actor, results=list(reported_results(pack)))


def reported_results(pack: Pack) -> Iterator[dict[str, Any]]:
    """Each result under the quarter in which it was reported; whether that is also its period, the pack says."""
    for row in pack.table("outcomes", "reported_results"):
        yield {
            "key": row.key,
            "measure_key": row["measure"],
            "label_en": row.label_en,
            "label_cy": row.label_cy,
            "value": row.whole("value") or 0,
            "period": row["reported_quarter"],
            "period_basis": row["period_basis"],
            "source": ";".join(row.source),
            "is_result": row.yes("is_result"),
            "sort": row.whole("sort") or 0,
        }
