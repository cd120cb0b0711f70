"""Load totals that were reported before this service began; loading again changes only what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.keyed import keep_keyed
from lynchpin.kernel.use_case import use_case
from lynchpin.outcomes.choices import Permission, Verb
from lynchpin.outcomes.models import ReportedResult


@use_case(Permission.LOAD_REPORTED_RESULTS)
def load_reported_results(actor: Actor, *, results: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Keep each reported total by its key. Gives the counts of rows added, changed and unchanged."""
    counts = keep_keyed(ReportedResult, results)
    audit.record(Verb.REPORTED_RESULTS_LOADED, None, **dict(counts))
    return dict(counts)
