"""Why two records or entities weigh what they do, for few pairs: each comparison, how nearly the same it was, and its bits.

Told from the model's own conditions and probabilities, so that the bits of a pair are those that it was scored by and nothing has to
be kept of the millions that nobody asks about. No value is in it, only how two values agree."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from lynchpin_vrp.engine import Act, Engine, Step
from lynchpin_vrp.link.model import PERSONAL
from lynchpin_vrp.link.scoring import RELATIVES, weight_sql
from lynchpin_vrp.link.training import kept_model

UNKNOWN, UNLIKE = "not known", "unlike"  # levels that every comparison has; between them stand the model's own
EXACT = "the same"


def explaining(asked: str, faces: str, makes: str) -> Act:
    """Makes a table of the pairs of `asked` (uid_l, uid_r) with their weights; `faces` has one row for each uid.

    Adds `strangers` and `relatives`, the weight against either in bits, `match_weight`, which is that of the likelier of the two, and
    `weights`: for each comparison its name, its level in words and its bits."""

    def does(engine: Engine) -> None:
        prior = engine.fetch("select bits from prior")[0][0]
        beside = _compared(engine, asked, faces, f"{makes}_beside")
        engine.take(beside, _weighed(kept_model(engine), prior, beside.makes, makes))
        engine.fetch(f"drop table {beside.makes}")

    return Act("say why they weigh what they do", ("model", "prior", "shares", asked, faces), makes, does)


def _share(engine: Engine) -> None:
    """Make `shares` (sign, value, share): how often each value is met of which a rare one tells more."""
    known = " union all ".join(
        f"""select '{column}' as sign, {column} as value, count(*) / (select count({column}) from entities) as share
            from entities where {column} is not null group by {column}"""
        for column in _adjusted(kept_model(engine))
    )
    engine.take(Step("count how often names are met", ("entities",), "shares", known))


SHARES = Act("count how often names are met", ("model", "entities"), "shares", _share)


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


def _compared(engine: Engine, asked: str, faces: str, makes: str) -> Step:
    """Both sides of each pair in one row, named as the model names them."""
    columns = [name for name, *_ in engine.fetch(f'describe "{faces}"') if name != "uid"]
    both = ", ".join(f"{side}.{name} as {name}_{side}" for side in "lr" for name in columns)
    return Step(
        "set pairs side by side",
        (asked, faces),
        makes,
        f"""select uid_l, uid_r, {both} from {asked}
            join {faces} as l on l.uid = uid_l join {faces} as r on r.uid = uid_r""",
    )


def _weighed(model: Mapping[str, Any], prior: float, beside: str, makes: str) -> Step:
    comparisons = model["comparisons"]
    names = [each["output_column_name"] for each in comparisons]
    shares = " ".join(_join(column, side) for column in _adjusted(model) for side in "lr")
    told = ", ".join(f"{_level(each)} as level_{name}" for name, each in zip(names, comparisons, strict=True))
    weights = ", ".join(f"{_bits(each)} as bits_{name}" for name, each in zip(names, comparisons, strict=True))
    strangers = " + ".join([*(f"bits_{name}" for name in names), str(prior)])
    relatives = " + ".join([*(f"bits_{name}" for name in names if name in PERSONAL), str(RELATIVES)])
    listed = ", ".join(f"{{'comparison': '{n}', 'level': level_{n}, 'bits': round(bits_{n}, 3)}}" for n in names)
    return Step(
        "say why they weigh what they do",
        (beside, "shares"),
        makes,
        f"""with told as (select uid_l, uid_r, {told}, {weights} from {beside} {shares}),
                summed as (select *, {strangers} as strangers, {relatives} as relatives from told)
            select uid_l, uid_r, round(strangers, 3) as strangers, round(relatives, 3) as relatives,
                {weight_sql("strangers", "relatives")},
                [{listed}] as weights from summed""",
    )


def _join(column: str, side: str) -> str:
    share = f"share_{column}_{side}"
    return f"left join shares as {share} on {share}.sign = '{column}' and {share}.value = {column}_{side}"


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
