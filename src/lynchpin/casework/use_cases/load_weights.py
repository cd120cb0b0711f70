"""Load the published weight formulas; loading again changes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import WeightFormula
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.keyed import keep_keyed
from lynchpin.kernel.use_case import use_case


@use_case(Permission.LOAD_WEIGHTS)
def load_weights(actor: Actor, *, formulas: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Keep each formula by its edition. Gives the counts of rows added, changed and unchanged."""
    counts = keep_keyed(WeightFormula, formulas, by="edition")
    audit.record(Verb.WEIGHTS_LOADED, None, **dict(counts))
    return dict(counts)
