"""Loads a reference pack's definitions, measures and core-offer lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lynchpin.framework.choices import DefinitionKind
from lynchpin.framework.rules_of_pack import rules_of_pack
from lynchpin.framework.use_cases.load_framework import load_framework
from lynchpin.kernel.actor import Actor
from lynchpin.reference import Pack, Row
from lynchpin.reference.columns import Column, Kind
from lynchpin.reference.tables import EVERY_ROW, TABLES

POLARITIES = {"higher": 1, "lower": -1, "neutral": 0}


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the pack, the kind of definition that it holds, and the column that names what a row belongs to."""

    file: str
    kind: DefinitionKind
    parent: str = ""


SOURCES = (
    Source("strategic_outcomes", DefinitionKind.STRATEGIC_OUTCOME),
    Source("zone_outcomes", DefinitionKind.ZONE_OUTCOME, "strategic_outcome"),
    Source("key_challenges", DefinitionKind.KEY_CHALLENGE),
    Source("themes", DefinitionKind.THEME),
    Source("priorities", DefinitionKind.PRIORITY, "theme"),
    Source("customer_groups", DefinitionKind.CUSTOMER_GROUP),
    Source("specific_groups", DefinitionKind.SPECIFIC_GROUP),
    Source("needs", DefinitionKind.NEED),
    Source("wellbeing_goals", DefinitionKind.WELLBEING_GOAL),
    Source("ways_of_working", DefinitionKind.WAY_OF_WORKING),
    Source("policies", DefinitionKind.POLICY, "part_of"),
    Source("success_themes", DefinitionKind.SUCCESS_THEME),
)
LINE_COLUMNS = frozenset({"priority", "providers", "groups", "measures", "age_from", "age_to"})


def load(pack: Pack, actor: Actor) -> dict[str, int]:
    """Gives the counts of rows added, changed and unchanged."""
    definitions = [_definition(source, row) for source in SOURCES for row in pack.table("framework", source.file)]
    measures = [_measure(row) for row in pack.table("framework", "outcome_measures")]
    lines = [_line(row) for row in pack.table("framework", "provisions")]
    rules = list(rules_of_pack(pack))
    return load_framework(
        actor, definitions=definitions, measures=measures, core_offer_lines=lines, eligibility_rules=rules
    )


def _definition(source: Source, row: Row) -> dict[str, Any]:
    known = {"kind": source.kind, "sort": row.whole("sort") or 0}
    parent = row[source.parent] if source.parent else ""
    details = dict(_details(source.file, row, {"sort", source.parent}))
    return _named(row) | known | {"parent_key": parent, "details": details}


def _measure(row: Row) -> dict[str, Any]:
    denominators = {name: row[name] for name in ("denominator_en", "denominator_cy")}
    told = {"kind": row["rba_type"], "polarity": POLARITIES[row["polarity"]], "sort": row.whole("sort") or 0}
    return _named(row) | denominators | told | {"programmes": list(row.many("frameworks"))}


def _line(row: Row) -> dict[str, Any]:
    return _named(row) | {
        "priority_keys": list(row.many("priority")),
        "provider_keys": list(row.many("providers")),
        "group_keys": list(row.many("groups")),
        "measure_keys": list(row.many("measures")),
        "age_from": row.whole("age_from"),
        "age_to": row.whole("age_to"),
        "details": dict(_details("provisions", row, LINE_COLUMNS)),
    }


def _named(row: Row) -> dict[str, Any]:
    dates = {"valid_from": row.valid_from, "valid_to": row.valid_to}
    return {"key": row.key, "label_en": row.label_en, "label_cy": row.label_cy, **dates}


def _details(file: str, row: Row, kept_elsewhere: set[str] | frozenset[str]) -> Iterator[tuple[str, Any]]:
    """What only this file has, as plain values; empty cells are left out, as they mean "not known"."""
    for column in TABLES[f"framework/{file}"]:
        if column not in EVERY_ROW and column.name not in kept_elsewhere and row[column.name]:
            yield column.name, _plain(column, row)


def _plain(column: Column, row: Row) -> Any:
    if column.many:
        return list(row.many(column.name))
    if column.kind is Kind.WHOLE:
        return row.whole(column.name)
    return row.yes(column.name) if column.kind is Kind.YES_NO else row[column.name]
