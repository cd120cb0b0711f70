"""How likely two entities are one person, when they may also be relatives: Splink weighs each comparison, and both questions are asked.

Against a stranger everything that agrees is evidence. Against a relative only what is a person's own is: a family shares its surname,
its home and its telephone. A pair must stand against both, so the weight is that of the likelier of the two (PERFORMANCE 2)."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from splink import DuckDBAPI, Linker

from lynchpin_vrp.engine import Engine, Step
from lynchpin_vrp.link.model import PERSONAL

RELATIVES = -3.0  # our own, in bits: of pairs in one family or home, one in nine is one person not yet settled
FIRST_GUESS = 1e-5  # of two entities being one person; the population says how likely it is
ROUNDS = 20  # more change the sixth digit
LEAST_WEIGHT = -20.0  # bits; below it nothing is said more clearly

Weights = NDArray[np.float64]


def score_candidates(engine: Engine, model: dict[str, Any]) -> None:
    """Make `scored` (uid_l, uid_r, evidence, personal) from `candidates`: sums of weights in bits, without any prior."""
    api = DuckDBAPI(engine.connection)
    entities = api.register("entities", dataset_display_name="entities_d")
    trained = {name: value for name, value in model.items() if name != "shape"}
    linker = Linker(entities, trained | {"probability_two_random_records_match": FIRST_GUESS}, log_level=None)
    engine.take(PAIRED)
    linker.table_management.register_blocked_pairs_for_predict(api.register("paired", dataset_display_name="paired_d"))
    found = linker.inference.predict(warning_mode="never")
    engine.take(_scored(found.physical_name))
    found.drop_table_from_database_and_remove_from_cache()


PAIRED = Step(
    "hand candidates to Splink",
    ("candidates",),
    "paired",
    "select uid_l as join_key_l, uid_r as join_key_r, '0' as match_key from candidates",
    kept=False,
)


def _scored(predicted: str) -> Step:
    personal = " + ".join(f"mw_{name}" for name in PERSONAL)
    return Step(
        "weigh candidates",
        ("candidates", "entities"),
        "scored",
        f"""select uid_l, uid_r, round(match_weight - {bits(FIRST_GUESS)}, 6) as evidence,
            round({personal} + mw_tf_adj_forename, 6) as personal from {predicted}""",
    )


def prior_of(engine: Engine) -> float:
    """The probability that two entities of this population are one person, found so that it explains its own answers."""
    told, entities = (
        engine.arrays("select evidence, personal from scored order by uid_l, uid_r"),
        engine.count("entities"),
    )
    if entities < 2 or not len(told["evidence"]):
        return FIRST_GUESS
    pairs, prior = entities * (entities - 1) / 2, FIRST_GUESS
    for _ in range(ROUNDS):
        weights = weigh(told["evidence"], told["personal"], prior)
        prior = min(0.2, max(float(np.sum(1 / (1 + np.exp2(-weights)))), 1.0) / pairs)
    return float(f"{prior:.6g}")


def weigh(evidence: Weights, personal: Weights, prior: float) -> Weights:
    """The match weight in bits against both strangers and relatives; log2 of the odds."""
    return -np.logaddexp2(-(evidence + bits(prior)), -(personal + RELATIVES))


def edges(prior: float) -> Step:
    """Every scored pair with its weight, in bits, and probability: those that speak against are needed too."""
    strange, kin = f"evidence + {bits(prior)}", f"personal + {RELATIVES}"
    weight = f"-(greatest(-({strange}), -({kin})) + log2(1 + pow(2, -abs(({strange}) - ({kin})))))"
    return Step(
        "judge candidates against strangers and relatives",
        ("scored",),
        "edges",
        f"""with weighed as (select uid_l, uid_r, round({weight}, 6) as match_weight from scored)
            select *, round(1 / (1 + pow(2, -match_weight)), 6) as match_probability from weighed where match_weight > {LEAST_WEIGHT}""",
    )


def bits(probability: float) -> float:
    """A probability, above 0 and below 1, as log2 of its odds."""
    return math.log2(probability / (1 - probability))
