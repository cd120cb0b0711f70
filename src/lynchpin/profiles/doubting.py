"""A run's doubts between it and the service: what it doubts is read, what people decided is handed over. Keys, never values."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from lynchpin.kernel.clock import local_date
from lynchpin.profiles.link_terms import LinkAnswer
from lynchpin_vrp import Decision

MOST_OF_A_KIND = 40  # pairs that are asked about after a run: our own, some weeks of a colleague's mornings

# Pairs of which at least one record is of somebody in the population.
DOUBTS = """with doubts as (from read_parquet($doubts)), persons as (from read_parquet($persons)),
        families as (select person_id, family_id from read_parquet($families))
    select doubts.*, l.family_id as family_l, r.family_id as family_r from doubts
        join persons as pl on (pl.feed, pl.record_id) = (feed_l, record_id_l) join families as l on l.person_id = pl.person_id
        join persons as pr on (pr.feed, pr.record_id) = (feed_r, record_id_r) join families as r on r.person_id = pr.person_id
    order by place, kind, feed_l, record_id_l, feed_r, record_id_r"""
FOLLOWED = "select feed_l, record_id_l, feed_r, record_id_r from read_parquet($decisions)"


@dataclass(frozen=True, slots=True)
class Found:
    """What a run doubts, as the columns of a doubt, and the pairs that were decided and that it had both records of."""

    doubts: tuple[dict[str, Any], ...]
    used: frozenset[str]


def pair_of(left: tuple[str, str], right: tuple[str, str]) -> str:
    """The same 64 signs for two records (feed, number), whichever is named first."""
    return hashlib.sha256(repr(sorted([left, right])).encode()).hexdigest()


def read(out: Path, families: Collection[str]) -> Found:
    """What the run in `out` doubts about people of some families, by its keys, and which decisions it could use."""
    with duckdb.connect() as engine:
        doubts = _rows(engine, DOUBTS, out, "doubts", "persons", "families")
        followed = _rows(engine, FOLLOWED, out, "decisions")
    near = [row for row in doubts if {row.pop("family_l"), row.pop("family_r")} & set(families)]
    used = frozenset(_pair(row) for row in followed)
    return Found(tuple(_columns(row, place) for place, row in enumerate(_bounded(near), start=1)), used)


def decision(doubt: Any, answer: str, at: Any) -> Decision:
    """What was answered about a doubt, as profiling takes it."""
    same = answer == LinkAnswer.SAME
    return Decision(doubt.feed_l, doubt.record_id_l, doubt.feed_r, doubt.record_id_r, same, local_date(at))


def _bounded(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """As many of each kind as can be asked about, in turn, the most telling first."""
    counts: dict[str, int] = {}
    kept = []
    for row in rows:
        counts[row["kind"]] = counts.get(row["kind"], 0) + 1
        if counts[row["kind"]] <= MOST_OF_A_KIND:
            kept.append((counts[row["kind"]], row))
    return [row for _place, row in sorted(kept, key=lambda told: told[0])]


def _columns(row: dict[str, Any], place: int) -> dict[str, Any]:
    same = ("kind", "feed_l", "record_id_l", "feed_r", "record_id_r", "joined", "child")
    return {name: row[name] for name in same} | {
        "place": place,
        "pair": _pair(row),
        "also_l": _keys(row["also_l"]),
        "also_r": _keys(row["also_r"]),
        "contradiction": row["reason"],
        "match_weight": round(100 * row["match_weight"]),
        "strangers": round(100 * row["strangers"]),
        "relatives": round(100 * row["relatives"]),
        "weights": [[each["comparison"], each["level"], round(100 * each["bits"])] for each in row["weights"]],
    }


def _keys(records: Iterable[dict[str, str]]) -> list[list[str]]:
    return [[each["feed"], each["record_id"]] for each in records]


def _pair(row: dict[str, Any]) -> str:
    return pair_of((row["feed_l"], row["record_id_l"]), (row["feed_r"], row["record_id_r"]))


def _rows(engine: duckdb.DuckDBPyConnection, sql: str, out: Path, *tables: str) -> list[dict[str, Any]]:
    files = {table: out / f"{table}.parquet" for table in tables}
    if not all(file.is_file() for file in files.values()):  # a run of an earlier release
        return []
    answer = engine.execute(sql, {table: str(file) for table, file in files.items()})
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
