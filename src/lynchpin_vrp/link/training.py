"""How the model learns without labels and is kept.

Trained weights vary in their last digits, so a model is rounded before it is ever used: the kept one and the fresh one agree."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from splink import DuckDBAPI, Linker, block_on

from lynchpin_vrp.clean.name_sql import letters
from lynchpin_vrp.engine import Act, Engine, Step
from lynchpin_vrp.link.entities import NAMED, SPELT
from lynchpin_vrp.link.model import NUMBERS, SAID_OF_A_PERSON, SHAPE, settings
from lynchpin_vrp.link.signs import NAMES

logging.getLogger("splink").setLevel(logging.ERROR)  # its notes can name values; ours name counts only

FEWEST_TO_TRAIN = 5_000  # records; below it chance would teach more than the records do
MOST_TO_TRAIN = 2_000_000  # records; of more, some years of birth teach for all
FEWEST_PAIRS = 500  # for a rule to be learnt from; Splink asks for at least a few hundred
BY_MISTAKE = 0.02  # our own: of pairs that share a number, the share of those who are two people
WEIGHTS = (
    "weights.json"  # learnt on a synthetic region of 20,000 residents, seed 1; stands in where records cannot teach
)


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """How records are linked. Probabilities are 0 to 1; `model` is where the trained model is kept, None to train every time."""

    cut_off: float = (
        0.4  # lower than a bare model could bear: relatives are thought of, and what contradicts is kept apart
    )
    model: Path | None = None
    seed: int = 1
    max_pairs: float = 1e6  # training with more moved F1 by less than .0002 (PERFORMANCE 3)


# What rules nearly sure of one person teach: each leaves other comparisons to be learnt from it.
LEARN_FROM = (
    ("birth_day", "named"),
    ("postcode", "forename"),
    ("nhs_number", "birth_day"),
    ("nino", "birth_day"),
    ("upn", "birth_day"),
    ("birth_day", "forename"),
)

# Every record as an entity of its own: what is to be learnt is how the records of a person differ.
LEARNT_FROM = ("comparable", "signs", "forenames", "surnames")
LONE = Step(
    "take records one by one",
    LEARNT_FROM,
    "lone",
    f"""select uid, 1 as records, {SPELT}, {letters("middle_names")} as middle_names, signs.sex,
            {", ".join(f"signs.{name}, signs.{name} as other_{name}" for name in NAMES)}
        from comparable join signs using (uid) {NAMED}""",
    kept=False,
)


def take_up_model(ask: LinkSettings) -> Act:
    """Make `model` (told, its JSON): the kept model, else one trained and kept now, else, for few records, the shipped weights."""

    def does(engine: Engine) -> None:
        model = json.dumps(_model_for(engine, ask), sort_keys=True)
        engine.fetch("create or replace table model as select ?::varchar as told", [model])

    return Act("take up the model", LEARNT_FROM, "model", does)


def kept_model(engine: Engine) -> dict[str, Any]:
    """The model of this run."""
    return json.loads(engine.fetch("select told from model")[0][0])


def _model_for(engine: Engine, ask: LinkSettings) -> dict[str, Any]:
    if kept := _kept(ask.model):
        return kept
    model = _new_model(engine, ask)
    if ask.model and engine.count("comparable") >= FEWEST_TO_TRAIN:
        ask.model.parent.mkdir(parents=True, exist_ok=True)
        ask.model.write_text(json.dumps(model, indent=1, sort_keys=True), encoding="utf-8")
    return model


def _kept(path: Path | None) -> dict[str, Any] | None:
    """The model that was kept, unless it compares other things than this code does."""
    model = json.loads(path.read_text(encoding="utf-8")) if path and path.exists() else {}
    return model if model.get("shape") == SHAPE else None


def _new_model(engine: Engine, ask: LinkSettings) -> dict[str, Any]:
    said = tuple(column for column in SAID_OF_A_PERSON if engine.fetch(f"select count({column}) from comparable")[0][0])
    engine.take(LONE, _sample(engine.count("comparable")))
    records = DuckDBAPI(engine.connection).register("sample", dataset_display_name="sample_d")
    linker = Linker(records, settings(said), log_level=None)
    if engine.count("comparable") >= FEWEST_TO_TRAIN:
        _train(engine, linker, ask)
    return _numbers_told(engine, _filled(linker.misc.save_model_to_json())) | {"shape": SHAPE}


def _sample(records: int) -> Step:
    every = records // MOST_TO_TRAIN + 1
    return Step(
        "choose records to learn from",
        ("lone",),
        "sample",
        f"select * from lone where coalesce(birth_year, 0) % {every} = 0",
    )


def _train(engine: Engine, linker: Linker, ask: LinkSettings) -> None:
    learn = linker.training
    learn.estimate_u_using_random_sampling(max_pairs=ask.max_pairs, seed=ask.seed)
    for rule in LEARN_FROM:
        if _pairs(engine, rule) >= FEWEST_PAIRS:
            learn.estimate_parameters_using_expectation_maximisation(
                block_on(*rule), estimate_without_term_frequencies=True, max_pairs=ask.max_pairs
            )


def _pairs(engine: Engine, rule: tuple[str, ...]) -> int:
    """How many pairs of records agree on all columns of a rule."""
    known = " and ".join(f"{column} is not null" for column in rule)
    sized = f"select count(*) as size from sample where {known} group by {', '.join(rule)}"
    return int(engine.fetch(f"select coalesce(sum(size * (size - 1) / 2), 0)::bigint from ({sized})")[0][0])


def _numbers_told(engine: Engine, model: dict[str, Any]) -> dict[str, Any]:
    """How often two people share a number is counted: random pairs hold too few, and most that do are one person."""
    records = engine.count("sample")
    for comparison in model["comparisons"]:
        if (number := comparison["output_column_name"]) in NUMBERS and (sharing := _pairs(engine, (number,))):
            same, other = comparison["comparison_levels"][1:]
            same["u_probability"] = float(f"{BY_MISTAKE * sharing / (records * (records - 1) / 2):.6g}")
            other["u_probability"] = 1 - same["u_probability"]
    return model


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
