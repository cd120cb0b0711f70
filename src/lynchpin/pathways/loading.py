"""Loads a reference pack's pathways: their steps, the questions they ask, and the moves between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lynchpin.kernel.actor import Actor
from lynchpin.pathways.choices import Direction
from lynchpin.pathways.rules import read_tests
from lynchpin.pathways.use_cases.load_pathways import load_pathways
from lynchpin.reference import Pack, Row

ARROWS = (
    (Direction.UP, "steps_up_to"),
    (Direction.DOWN, "steps_down_to"),
    (Direction.RE_ENTRY, "re_enters_at"),
)
IN_BOTH = ("delivered_by", "rule")


def load(pack: Pack, actor: Actor) -> dict[str, int]:
    """Gives the counts of rows added, changed and unchanged."""
    steps = pack.table("pathways", "pathway_phases")
    return load_pathways(
        actor,
        pathways=[_pathway(row) for row in pack.table("pathways", "pathways")],
        tests=[_test(row) for row in pack.table("pathways", "step_tests")],
        steps=[_step(row) for row in steps],
        moves=[move for row in steps for move in _moves(row)],
    )


def _pathway(row: Row) -> dict[str, Any]:
    answers = {name: row.yes(name) for name in ("may_re_enter", "plan_needs_approval")}
    return _named(row) | answers | {"key": row.key, "sort": row.whole("sort") or 0}


def _test(row: Row) -> dict[str, Any]:
    words = {name: row[name] for name in ("if_yes_en", "if_yes_cy", "if_no_en", "if_no_cy")}
    return _named(row) | words | {"key": row.key, "sort": row.whole("sort") or 0}


def _step(row: Row) -> dict[str, Any]:
    words = {f"{stem}_{language}": row[f"{stem}_{language}"] for stem in IN_BOTH for language in ("en", "cy")}
    return (
        _named(row)
        | words
        | {
            "key": f"{row.key}:1",
            "step": row.key,
            "edition": 1,
            "pathway_id": row["pathway"],
            "number": row.whole("number") or 0,
            "role_keys": list(row.many("roles")),
            "provider_keys": list(row.many("providers")),
            "core_offer_keys": list(row.many("core_offer")),
            "entry_tests": read_tests(row.many("entry_tests")),
            "exit_tests": read_tests(row.many("exit_tests")),
            "promises": list(row.many("promises")),
            "may_complete": row.yes("may_complete"),
        }
    )


def _moves(row: Row) -> Iterator[dict[str, Any]]:
    for kind, column in ARROWS:
        for to_step in row.many(column):
            yield {
                "key": f"{row.key}:{kind}:{to_step}",
                "pathway_id": row["pathway"],
                "from_step": row.key,
                "to_step": to_step,
                "kind": kind,
                "valid_from": row.valid_from,
                "valid_to": row.valid_to,
            }


def _named(row: Row) -> dict[str, Any]:
    return {
        "label_en": row.label_en,
        "label_cy": row.label_cy,
        "source": row["source"],
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
    }
