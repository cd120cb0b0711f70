"""What a council starts with: formulas, the terms of lone visits, kinds of what can be missing. It publishes later editions of its own."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from lynchpin.casework.use_cases.load_snag_kinds import load_snag_kinds
from lynchpin.casework.use_cases.load_supervision_rhythms import load_supervision_rhythms
from lynchpin.casework.use_cases.load_visit_terms import load_visit_terms
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


# Our own first terms: who leads hears at once, the manager after a quarter of an hour, the centre after three quarters.
FIRST_VISIT_TERMS: dict[str, Any] = {
    "edition": 1,
    "offered": [30, 60, 90],
    "more": 30,
    "longest_minutes": 240,
    "manager_after": 15,
    "centre_after": 45,
    "valid_from": date(2016, 4, 1),
    "valid_to": None,
}


# Our own kinds of what a worker meets: each a button, so each in a few words.
SNAG_KINDS: tuple[dict[str, Any], ...] = tuple(
    {"key": key, "label_en": english, "label_cy": welsh, "sort": place, "valid_from": None, "valid_to": None}
    for place, (key, english, welsh) in enumerate(
        (
            ("nothing-here", "There is nothing here for this", "Does dim byd yma ar gyfer hyn"),
            ("not-working", "A service does not work", "Nid yw gwasanaeth yn gweithio"),
            ("rule", "A rule gets in the way", "Mae rheol yn rhwystro"),
            (
                "access",
                "People cannot get to it, into it or through it",
                "Ni all pobl ei gyrraedd, mynd i mewn na’i ddefnyddio",
            ),
            ("welsh", "It is not to be had in Welsh", "Nid yw ar gael yn Gymraeg"),
        ),
        start=1,
    )
)


def load(pack: Any, actor: Actor) -> dict[str, int]:
    """Keep what casework starts with; a pack brings none of it yet, so it is always ours."""
    counts = Counter(load_weights(actor, formulas=FORMULAS))
    counts.update(load_supervision_rhythms(actor, rhythms=RHYTHMS))
    counts.update(load_visit_terms(actor, terms=(FIRST_VISIT_TERMS,)))
    counts.update(load_snag_kinds(actor, kinds=SNAG_KINDS))
    return dict(counts)
