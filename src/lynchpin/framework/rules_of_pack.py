"""The eligibility rules of a reference pack: what its lines say of age, group and area, and what its own file of rules adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lynchpin.framework.choices import RuleKind
from lynchpin.reference import Pack, Row

Condition = dict[str, Any]
FOR_GROUPS = ("groups", "own")  # lines of other targeting name groups as examples, or nobody


def rules_of_pack(pack: Pack) -> Iterator[dict[str, Any]]:
    """Every rule as it is stored; dated as its line, or as its own row says."""
    ages = {row.key: row for row in pack.table("framework", "specific_groups") if row["age_from"] or row["age_to"]}
    for line in pack.table("framework", "provisions"):
        yield from _rules_of_line(line, ages)
    for row in pack.table("framework", "eligibility_rules"):
        yield _rule(row, row.key, row["line"], RuleKind(row["kind"]), _conditions(row)) | {
            "label_en": row.label_en,
            "label_cy": row.label_cy,
        }


def _rules_of_line(line: Row, ages: Mapping[str, Row]) -> Iterator[dict[str, Any]]:
    found = {
        RuleKind.AGE: [_age(line)] if line["age_from"] or line["age_to"] else [],
        RuleKind.GROUP: _groups(line, ages) if line["targeting"] in FOR_GROUPS else [],
        RuleKind.AREA: [] if line.yes("all_clusters") else [_one_of("cluster", list(line.many("clusters")))],
    }
    for kind, conditions in found.items():
        if conditions:
            yield _rule(line, f"{line.key}:{kind}", line.key, kind, conditions)
    if line["targeting"] == "not_stated":
        yield _rule(line, f"{line.key}:{RuleKind.NOT_STATED}", line.key, RuleKind.NOT_STATED, [])


def _groups(line: Row, ages: Mapping[str, Row]) -> list[Condition]:
    keys = (*line.many("groups"), *line.many("specific_groups"))
    return [_age(ages[key]) if key in ages else _one_of(f"group.{key}", [True]) for key in keys]


def _conditions(row: Row) -> list[Condition]:
    """Whatever the row names, each of which is enough."""
    changeable = row.yes("changeable")
    tests = (entry.partition("=") for entry in row.many("tests"))
    found = [_one_of(f"test.{key}", [said == "yes"], changeable) for key, _, said in tests]
    found += [_one_of(f"completed.{key}", [True], changeable) for key in row.many("lines")]
    for fact, column in (("language", "languages"), ("zone", "zones")):
        found += [_one_of(fact, list(row.many(column)))] if row[column] else []
    return found


def _age(row: Row) -> Condition:
    return {"fact": "age", "from": row.whole("age_from"), "to": row.whole("age_to")}


def _one_of(fact: str, values: list[Any], changeable: bool = False) -> Condition:
    return {"fact": fact, "values": values, "changeable": changeable}


def _rule(row: Row, key: str, line: str, kind: RuleKind, conditions: list[Condition]) -> dict[str, Any]:
    dates = {"valid_from": row.valid_from, "valid_to": row.valid_to}
    named = {"key": key, "line_key": line, "kind": kind, "conditions": conditions}
    return named | dates | {"source": row["source"], "label_en": "", "label_cy": ""}
