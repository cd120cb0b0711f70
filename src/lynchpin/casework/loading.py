"""The weight formula that a council starts with; the council publishes later editions of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

from lynchpin.casework.use_cases.load_weights import load_weights
from lynchpin.kernel.actor import Actor

# Our own first edition: the shape of the councils' point schemes (a few parts, a small table, 100 points full time),
# so that about fourteen ordinary cases fill a caseload.
FIRST_FORMULA: dict[str, Any] = {
    "edition": 1,
    "points": {
        "complexity": {"light": 2, "steady": 4, "intensive": 8},
        "family": {"1": 0, "2": 1, "3": 2, "4": 3},
        "intensity": {"monthly": 1, "fortnightly": 2, "weekly": 4},
    },
    "valid_from": date(2016, 4, 1),
}


def load(pack: Any, actor: Actor) -> dict[str, int]:
    """Keep the formulas of casework; a pack brings none yet, so the first edition is always ours."""
    return load_weights(actor, formulas=[FIRST_FORMULA])
