"""The formulas that a council starts with; the council publishes later editions of its own."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from lynchpin.casework.use_cases.load_supervision_rhythms import load_supervision_rhythms
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
    "travel_bands": {},
    "capacity": {},
    "sharing": {},
    "valid_from": date(2016, 4, 1),
    "valid_to": date(2026, 3, 31),
}

# The second adds what the first left out: the way to the person, the first year (90 of 100 points, as Wirral's published
# scheme has it), and hours with groups and open activities: two points and one an hour, out of about 2.7 points that an hour
# of a 37-hour week is worth. A case keeps the edition that it was weighed under until somebody weighs it again.
SECOND_FORMULA: dict[str, Any] = {
    "edition": 2,
    "points": FIRST_FORMULA["points"] | {"travel": {"near": 0, "middle": 1, "far": 2, "unknown": 0}},
    "travel_bands": {"near": 2.0, "middle": 5.0},
    "capacity": {"first_year_percent": 90, "group": 2, "universal": 1},
    "sharing": {"evenness": 0.05, "km": 1.0, "welsh": 20.0, "skill": 4.0, "continuity": 10.0},
    "valid_from": date(2026, 4, 1),
    "valid_to": None,
}
FORMULAS = (FIRST_FORMULA, SECOND_FORMULA)

# Every four weeks to begin with; a council that sees new colleagues more often loads a row of its own.
RHYTHMS = tuple(
    {"key": f"{role}-2016", "role": role, "weeks": 4, "valid_from": date(2016, 4, 1), "valid_to": None}
    for role in ("engagement-worker", "lead-worker")
)


def load(pack: Any, actor: Actor) -> dict[str, int]:
    """Keep the formulas and rhythms of casework; a pack brings none yet, so they are always ours."""
    counts = Counter(load_supervision_rhythms(actor, rhythms=RHYTHMS))
    counts.update(load_weights(actor, formulas=FORMULAS))
    return dict(counts)
