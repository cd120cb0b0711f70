"""What weighs on a family and what holds it up. Needs drive the facts that feeds carry and the service that follows."""

from collections.abc import Mapping
from random import Random

# need: (share of unstrained families that have it, further share at full strain); rough, ours, for plausible variety
NEEDS = {
    "low_income": (0.06, 0.85),
    "absence": (0.02, 0.75),
    "exclusion": (0.005, 0.40),
    "school_moves": (0.005, 0.25),
    "falling_behind": (0.05, 0.50),
    "learning_support_unmet": (0.02, 0.20),
    "young_carer": (0.01, 0.22),
    "caring_for_adult": (0.03, 0.12),
    "rent_arrears": (0.02, 0.65),
    "homelessness": (0.002, 0.25),
    "many_moves": (0.01, 0.30),
    "council_tax_arrears": (0.03, 0.60),
    "statutory_closed": (0.005, 0.35),
    "statutory_open": (0.002, 0.12),
    "missed_health_contacts": (0.02, 0.50),
    "isolation": (0.05, 0.30),
    "out_of_work": (0.05, 0.50),
    "low_mood": (0.06, 0.40),
}
# the same, of what only a few agencies ever hear of
SELDOM_TOLD = {
    "benefit_shock": (0.03, 0.25),
    "crisis_help": (0.01, 0.35),
    "violence_at_home": (0.004, 0.12),
    "missing_episode": (0.001, 0.04),
    "substance_use": (0.006, 0.10),
    "parent_in_prison": (0.003, 0.06),
    "anti_social_behaviour": (0.006, 0.15),
    "child_distress": (0.03, 0.20),
    "bereaved": (0.03, 0.06),
    "young_out_of_work": (0.03, 0.40),
}
OVERWHELMED = 0.9  # from this strain on, troubles come together, as each makes the next more likely
ADDED_WHEN_OVERWHELMED, LIKELIEST = 0.5, 0.95
RARE = frozenset({"statutory_open"})  # an open plan stays rare: most families in trouble are known to nobody yet
# strength: share of unstrained families that have it; it falls to a third at full strain
STRENGTHS = {"steady_attendance": 0.75, "secure_home": 0.80, "health_contacts_complete": 0.90, "support_network": 0.70}
SELDOM_SEEN = {
    "trusted_adult": 0.60,
    "steady_work": 0.55,
    "in_a_group": 0.20,
    "learning": 0.06,
    "volunteering": 0.08,
    "feeling_better": 0.25,
    "moving_on": 0.10,
}


def draw_strain(rng: Random, *, lone: bool, in_cluster: bool) -> float:
    """From 0 to 1, most families low; lone parents and families of the poorest clusters start a little higher."""
    return min(1.0, rng.random() ** 2.5 + (0.12 if lone else 0.0) + (0.06 if in_cluster else 0.0))


def draw_needs(rng: Random, strain: float) -> frozenset[str]:
    return frozenset(need for need in NEEDS if rng.random() < _chance(need, strain))


def draw_seldom_told(rng: Random, strain: float) -> frozenset[str]:
    """Needs besides those of `draw_needs`, for a chance of its own."""
    return frozenset(need for need, (base, more) in SELDOM_TOLD.items() if rng.random() < base + more * strain**2)


def _chance(need: str, strain: float) -> float:
    base, more = NEEDS[need]
    usual = base + more * strain**2
    if strain < OVERWHELMED or need in RARE:
        return usual
    return min(LIKELIEST, usual + ADDED_WHEN_OVERWHELMED)


def draw_strengths(rng: Random, strain: float) -> frozenset[str]:
    return _strengths(rng, strain, STRENGTHS)


def draw_seldom_seen(rng: Random, strain: float) -> frozenset[str]:
    """Strengths besides those of `draw_strengths`, for a chance of its own."""
    return _strengths(rng, strain, SELDOM_SEEN)


def _strengths(rng: Random, strain: float, shares: Mapping[str, float]) -> frozenset[str]:
    return frozenset(strength for strength, share in shares.items() if rng.random() < share * (1 - strain * 2 / 3))
