"""Why two records or entities weigh what they do, for few pairs: each comparison, how nearly the same it was, and its bits.

Told from the model's own conditions and probabilities, so that the bits of a pair are those that it was scored by and nothing has to
be kept of the millions that nobody asks about. No value is in it, only how two values agree."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from lynchpin_vrp.engine import Engine, Step
from lynchpin_vrp.link.model import PERSONAL
from lynchpin_vrp.link.scoring import RELATIVES, bits

UNKNOWN, UNLIKE = "not known", "unlike"  # levels that every comparison has; between them stand the model's own
EXACT = "the same"


def explain(engine: Engine, model: Mapping[str, Any], prior: float, *, asked: str, faces: str, makes: str) -> None:
    """Make a table of the pairs of `asked` (uid_l, uid_r) with their weights; `faces` has one row for each uid.

    Adds `strangers` and `relatives`, the weight against either in bits, `match_weight`, which is that of the likelier of the two, and
    `weights`: for each comparison its name, its level in words and its bits."""
    engine.take(_compared(engine, asked, faces), _weighed(model, prior, makes))


def levels(comparison: Mapping[str, Any]) -> Iterator[tuple[str, str, float, str]]:
    """(condition, level, bits, column whose frequency counts) of each level of a comparison of the model, the first that holds counts."""
    for level in comparison["comparison_levels"]:
        condition, label = level["sql_condition"], level["label_for_charts"]
        if level.get("is_null_level"):
            yield condition, UNKNOWN, 0.0, ""
            continue
        weight = math.log2(level["m_probability"] / level["u_probability"])
        told = UNLIKE if condition == "ELSE" else EXACT if label == "same" or label.startswith("Exact") else label
        yield condition, told, weight, level.get("tf_adjustment_column", "")


def _adjusted(model: Mapping[str, Any]) -> list[str]:
    """Columns of which a rare value tells more than a frequent one."""
    return [column for each in model["comparisons"] for *_, column in levels(each) if column]


def frequencies(model: Mapping[str, Any]) -> Iterator[Step]:
    """How often each value is met of which a rare one tells more: once, before anything is explained."""
    for column in _adjusted(model):
        known = f"select count({column}) from entities"
        sql = f"select {column} as value, count(*) / ({known}) as share from entities where {column} is not null group by {column}"
        yield Step(f"count how often a {column.replace('_', ' ')} is met", ("entities",), f"share_of_{column}", sql)


def _compared(engine: Engine, asked: str, faces: str) -> Step:
    """Both sides of each pair in one row, named as the model names them."""
    columns = [name for name, *_ in engine.fetch(f'describe "{faces}"') if name != "uid"]
    both = ", ".join(f"{side}.{name} as {name}_{side}" for side in "lr" for name in columns)
    return Step(
        "set pairs side by side",
        (asked, faces),
        "beside",
        f"""select uid_l, uid_r, {both} from {asked}
            join {faces} as l on l.uid = uid_l join {faces} as r on r.uid = uid_r""",
    )


def _weighed(model: Mapping[str, Any], prior: float, makes: str) -> Step:
    comparisons = model["comparisons"]
    names = [each["output_column_name"] for each in comparisons]
    shares = " ".join(
        f"left join share_of_{column} as share_{column}_{side} on share_{column}_{side}.value = {column}_{side}"
        for column in _adjusted(model)
        for side in "lr"
    )
    told = ", ".join(f"{_level(each)} as level_{name}" for name, each in zip(names, comparisons, strict=True))
    weights = ", ".join(f"{_bits(each)} as bits_{name}" for name, each in zip(names, comparisons, strict=True))
    strangers = " + ".join([*(f"bits_{name}" for name in names), str(bits(prior))])
    relatives = " + ".join([*(f"bits_{name}" for name in names if name in PERSONAL), str(RELATIVES)])
    listed = ", ".join(f"{{'comparison': '{n}', 'level': level_{n}, 'bits': round(bits_{n}, 3)}}" for n in names)
    return Step(
        "say why they weigh what they do",
        ("beside",),
        makes,
        f"""with told as (select uid_l, uid_r, {told}, {weights} from beside {shares}),
                summed as (select *, {strangers} as strangers, {relatives} as relatives from told)
            select uid_l, uid_r, round(strangers, 3) as strangers, round(relatives, 3) as relatives,
                round(least(strangers, relatives) - log2(1 + pow(2, -abs(strangers - relatives))), 6) as match_weight,
                [{listed}] as weights from summed""",
    )


def _level(comparison: Mapping[str, Any]) -> str:
    return _case((condition, f"'{level}'") for condition, level, _, _ in levels(comparison))


def _bits(comparison: Mapping[str, Any]) -> str:
    """A level's bits; where a value's frequency counts, those of that value in place of an average one."""
    return _case((condition, _with_share(comparison, told)) for condition, *told in levels(comparison))


def _with_share(comparison: Mapping[str, Any], told: list[Any]) -> str:
    _level, weight, column = told
    if not column:
        return f"{weight}::double"
    average = next(
        each["u_probability"] for each in comparison["comparison_levels"] if each.get("tf_adjustment_column")
    )
    shares = ", ".join(f"share_{column}_{side}.share" for side in "lr")
    return f"{weight} + log2({average} / greatest({shares}))"


def _case(told: Iterator[tuple[str, str]] | Any) -> str:
    parts = [f"else {value}" if condition == "ELSE" else f"when {condition} then {value}" for condition, value in told]
    return f"case {' '.join(parts)} end"
