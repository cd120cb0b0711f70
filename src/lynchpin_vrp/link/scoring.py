"""How likely two entities are one person, when they may also be relatives: Splink weighs each comparison, and both questions are asked.

Against a stranger everything that agrees is evidence. Against a relative only what is a person's own is: a family shares its surname,
its home and its telephone. A pair must stand against both, so the weight is that of the likelier of the two (PERFORMANCE 2)."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from splink import DuckDBAPI, Linker

from lynchpin_vrp.engine import Act, Engine, Step
from lynchpin_vrp.link.model import PERSONAL
from lynchpin_vrp.link.training import kept_model

RELATIVES = -3.0  # our own, in bits: of pairs in one family or home, one in nine is one person not yet settled
FIRST_GUESS = 1e-5  # of two entities being one person; the population says how likely it is
ROUNDS = 20  # more would change the sixth digit
PARTS = 2.0**40
LEAST_WEIGHT = -20.0  # bits; below it nothing is said more clearly

Weights = NDArray[np.float64]


class Unbuilt(DuckDBAPI):
    """Splink's own tables as views where one query reads them: what it does not ask for is then never worked out or stored."""

    def _setup_for_execute_sql(self, sql: str, physical_name: str) -> str:
        kind = "view" if "predict" in physical_name else "table"
        return f"create or replace {kind} {physical_name} as {sql}"

    def delete_table_from_database(self, name: str) -> None:
        """A view takes no room; its readers may not have read it yet."""


def weigh_candidates(engine: Engine) -> None:
    """Make `scored` (uid_l, uid_r, evidence, personal) from `candidates`: sums of weights in bits, without any prior."""
    model = kept_model(engine)
    api = Unbuilt(engine.connection)
    entities = api.register("entities", dataset_display_name="entities_d")
    trained = {name: value for name, value in model.items() if name != "shape"}
    linker = Linker(entities, trained | {"probability_two_random_records_match": FIRST_GUESS}, log_level=None)
    engine.take(PAIRED)
    linker.table_management.register_blocked_pairs_for_predict(api.register("paired", dataset_display_name="paired_d"))
    engine.take(_scored(linker.inference.predict(warning_mode="never").physical_name))


WEIGHED = Act("weigh candidates", ("model", "candidates", "entities"), "scored", weigh_candidates)

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
        ("paired", "entities"),
        "scored",
        f"""select uid_l, uid_r, round(match_weight - {bits(FIRST_GUESS)}, 6) as evidence,
            round({personal} + mw_tf_adj_forename, 6) as personal from {predicted}""",
    )


def find_prior(engine: Engine) -> None:
    """Make `prior` (bits): the log2 odds that two entities of this population are one person, as its own answers explain it."""
    told, entities = engine.arrays("select evidence, personal from scored"), engine.count("entities")
    prior = prior_of(told["evidence"], told["personal"], entities) if len(told["evidence"]) else FIRST_GUESS
    engine.take(Step("find how likely one person is", (), "prior", f"select {bits(prior)}::double as bits"))


PRIOR = Act("find how likely one person is", ("scored", "entities"), "prior", find_prior)


def prior_of(evidence: Weights, personal: Weights, entities: int) -> float:
    """The probability that two of so many entities are one person, found so that it explains its own answers.

    Whole parts of 2^-40 are added up, so the answer does not depend on the order of the pairs."""
    pairs, prior = entities * (entities - 1) / 2, FIRST_GUESS
    for _ in range(ROUNDS):
        likely = np.rint(PARTS / (1 + np.exp2(-weigh(evidence, personal, prior)))).astype(np.int64)
        before, prior = prior, float(f"{min(0.2, max(int(likely.sum()) / PARTS, 1.0) / pairs):.6g}")
        if prior == before:
            break
    return prior


def weigh(evidence: Weights, personal: Weights, prior: float) -> Weights:
    """The match weight in bits against both strangers and relatives; log2 of the odds."""
    return -np.logaddexp2(-(evidence + bits(prior)), -(personal + RELATIVES))


def weight_sql(strangers: str, relatives: str) -> str:
    """The match weight in bits against the likelier of both, as `weigh` has it."""
    return (
        f"round(least({strangers}, {relatives}) - log2(1 + pow(2, -abs({strangers} - {relatives}))), 6) as match_weight"
    )


PROBABILITY = "round(1 / (1 + pow(2, -match_weight)), 6) as match_probability"

# Those that speak against are needed too.
EDGES = Step(
    "judge candidates against strangers and relatives",
    ("scored", "prior"),
    "edges",
    f"""with asked as (select uid_l, uid_r, evidence + bits as strangers, personal + {RELATIVES} as relatives from scored cross join prior),
            weighed as (select uid_l, uid_r, {weight_sql("strangers", "relatives")} from asked)
        select *, {PROBABILITY} from weighed where match_weight > {LEAST_WEIGHT}""",
)


def steps() -> tuple[Step | Act, ...]:
    """From `candidates` and `entities` to `edges`: every scored pair with its weight, in bits, and probability."""
    return (WEIGHED, PRIOR, EDGES)


def bits(probability: float) -> float:
    """A probability, above 0 and below 1, as log2 of its odds."""
    return math.log2(probability / (1 - probability))
