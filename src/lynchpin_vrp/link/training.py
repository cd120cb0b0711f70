"""How the model learns without labels, is kept, and scores pairs. Only this package imports Splink.

Trained weights vary in their last digits, so a model is rounded before it is ever used: the kept one and the fresh one agree."""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from splink import DuckDBAPI, Linker, block_on

from lynchpin_vrp.engine import Engine, Step
from lynchpin_vrp.link.model import settings

logging.getLogger("splink").setLevel(logging.ERROR)  # its notes can name values; ours name counts only

FEWEST_TO_TRAIN = 5_000  # records; below it chance would teach more than the records do
FEWEST_PAIRS = 500  # for a rule to be learnt from; Splink asks for at least a few hundred
DUPLICATES = 4  # our own: records of one person beyond the first, about, in five feeds that keep earlier years
WEIGHTS = (
    "weights.json"  # learnt on a synthetic region of 20,000 residents, seed 1; stands in where records cannot teach
)


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """How records are linked. Probabilities are 0 to 1; `model` is where the trained model is kept, None to train every time."""

    cut_off: float = 0.9  # lower than a bare model could bear: the guard refuses what relatives share
    model: Path | None = None
    seed: int = 1
    max_pairs: float = 1e6  # training with more moved F1 by less than .0002 (PERFORMANCE 3)
    most_contradiction: float = 0.4  # of pairs across two groups; below it one badly typed row does not split a person
    recall: float = (
        0.7  # share of true pairs that the exact rules below find; PERFORMANCE's own yardstick uses the same
    )


CERTAIN = (("nhs_number",), ("nino",), ("upn",), ("birth_day", "forename", "surname"))
LEARN_FROM = (("birth_day", "surname"), ("postcode", "forename"), ("nhs_number",), ("nino",))


def predict_links(engine: Engine, ask: LinkSettings) -> str:
    """Make the table `edges` (uid_l, uid_r, match_weight, match_probability) at or above the cut-off.

    Gives the hash of the model: the kept one, else one trained and kept now, else, for few records, the shipped weights."""
    records = DuckDBAPI(engine.connection).register("comparable", dataset_display_name="comparable_d")
    model = _kept(ask.model) or _new_model(engine, records, ask)
    linker = Linker(records, model, log_level=None)
    found = linker.inference.predict(threshold_match_probability=ask.cut_off, warning_mode="never")
    engine.take(Step("link records", ("comparable",), "edges", _edges_sql(found.physical_name)))
    return hashlib.sha256(json.dumps(model, sort_keys=True).encode()).hexdigest()


def _edges_sql(predicted: str) -> str:
    return f"""select least(uid_l, uid_r) as uid_l, greatest(uid_l, uid_r) as uid_r,
        round(match_weight, 6) as match_weight, round(match_probability, 6) as match_probability from {predicted}"""


def _kept(path: Path | None) -> dict[str, Any] | None:
    return json.loads(path.read_text(encoding="utf-8")) if path and path.exists() else None


def _new_model(engine: Engine, records: Any, ask: LinkSettings) -> dict[str, Any]:
    count, linker = engine.count("comparable"), Linker(records, settings(), log_level=None)
    if count < FEWEST_TO_TRAIN:
        prior = {"probability_two_random_records_match": min(0.2, DUPLICATES / max(count, 1))}
        return _filled(linker.misc.save_model_to_json() | prior)
    _train(engine, linker, ask)
    model = _filled(linker.misc.save_model_to_json())
    if ask.model:
        ask.model.parent.mkdir(parents=True, exist_ok=True)
        ask.model.write_text(json.dumps(model, indent=1, sort_keys=True), encoding="utf-8")
    return model


def _train(engine: Engine, linker: Linker, ask: LinkSettings) -> None:
    learn = linker.training
    certain: list[Any] = [block_on(*rule) for rule in CERTAIN if _pairs(engine, rule)]
    if certain:
        learn.estimate_probability_two_random_records_match(certain, recall=ask.recall)
    learn.estimate_u_using_random_sampling(max_pairs=ask.max_pairs, seed=ask.seed)
    for rule in LEARN_FROM:
        if _pairs(engine, rule) >= FEWEST_PAIRS:
            learn.estimate_parameters_using_expectation_maximisation(
                block_on(*rule), estimate_without_term_frequencies=True, max_pairs=ask.max_pairs
            )


def _pairs(engine: Engine, rule: tuple[str, ...]) -> int:
    """How many pairs of records agree on all columns of a rule."""
    known = " and ".join(f"{column} is not null" for column in rule)
    sized = f"select count(*) as size from comparable where {known} group by {', '.join(rule)}"
    return int(engine.fetch(f"select coalesce(sum(size * (size - 1) / 2), 0)::bigint from ({sized})")[0][0])


@cache
def _shipped() -> dict[str, dict[str, dict[str, float]]]:
    return json.loads(files(__package__).joinpath(WEIGHTS).read_text(encoding="utf-8"))


def _filled(model: dict[str, Any]) -> dict[str, Any]:
    """The model, rounded, with shipped weights for levels that no records could teach (a column that no feed has)."""
    model = _rounded(model)
    for comparison in model["comparisons"]:
        shipped = _shipped()[comparison["output_column_name"]]
        for level in comparison["comparison_levels"]:
            if not level.get("is_null_level"):
                level |= shipped[level["label_for_charts"]] | level
    return model


def _rounded(value: Any) -> Any:
    """Six significant digits, and no identity of the training session."""
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items() if key != "linker_uid"}
    if isinstance(value, list):
        return [_rounded(inner) for inner in value]
    return float(f"{value:.6g}") if isinstance(value, float) else value
