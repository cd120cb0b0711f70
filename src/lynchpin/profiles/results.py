"""Reads a run's tables: families of the named population with their people and reasons; of everybody else, only how many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from lynchpin.people.names import postcode
from lynchpin.places.postcodes import compact
from lynchpin.profiles import spelling
from lynchpin.profiles.drift import parts_of

NO_ACTION = "no_action"
LONGEST_NAME, LONGEST_ADDRESS = 80, 240  # a partner's file may hold longer ones; PostgreSQL would refuse them

PEOPLE = """select family_id, person_id, role, forename, surname, birth_date, sex, address, postcode
    from read_parquet(?) order by family_id, role, person_id"""
SCORES = """select family_id, cast(100 * vulnerability as int) as vulnerability, cast(100 * resilience as int) as resilience,
        cast(100 * vulnerability_upper_bound as int) as vulnerability_upper_bound,
        cast(100 * resilience_upper_bound as int) as resilience_upper_bound,
        vulnerability_band, resilience_band, cast(round(100 * coverage) as int) as coverage_percent, feeds_live, feeds_applicable,
        vulnerability_near_boundary, resilience_near_boundary, route, excluded
    from read_parquet(?) order by family_id"""
LINES = """select family_id, kind, coalesce(factor, '') as factor, domain, axis, coalesce(person_id, '') as person_key,
        cast(100 * full_points as int) as full_points, cast(round(100 * decay) as int) as decay_percent,
        cast(100 * points as int) as points, cast(100 * points_if_removed as int) as points_if_removed,
        evidence_date, coalesce(feed, '') as feed
    from read_parquet(?) order by all"""


@dataclass(frozen=True, slots=True)
class Person:
    """A linked person as the files tell it, in the spelling that people use."""

    person_key: str
    role: str
    forename: str
    surname: str
    birth_date: date | None
    sex: str
    address: str
    postcode: str


@dataclass(frozen=True, slots=True)
class Family:
    """A banded family of the population. `scores` and `lines` hold the columns of the room's own records, points in hundredths."""

    key: str
    area_code: str
    people: tuple[Person, ...]
    scores: Mapping[str, Any]
    lines: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Results:
    """What a run found. `counts` are families and people; those outside the population are only counted.

    `scored` maps every family of the population that may be scored, banded or not, to its small area; `homes` are all of them.
    """

    families: tuple[Family, ...]
    counts: Mapping[str, Any]
    scored: Mapping[str, str]
    homes: frozenset[str]


def read(out: Path, areas: Mapping[str, str]) -> Results:
    """The families whose home's postcode is in `areas` (compact postcode -> small area)."""
    with duckdb.connect() as engine:
        people = _by_family(_rows(engine, PEOPLE, out / "people.parquet"))
        homes = {key: area for key, members in people.items() if (area := _area(members, areas))}
        scored = (out / "scores.parquet").is_file()
        scores = (
            [row for row in _rows(engine, SCORES, out / "scores.parquet") if row["family_id"] in homes]
            if scored
            else []
        )
        banded = {row["family_id"]: row for row in scores if row["vulnerability_band"]}
        lines = (
            _by_family(row for row in _rows(engine, LINES, out / "contributions.parquet") if row["family_id"] in banded)
            if scored
            else {}
        )
    families = tuple(
        Family(key, homes[key], tuple(map(_person, people[key])), _scores(row), tuple(lines.get(key, ())))
        for key, row in banded.items()
    )
    open_to_scores = {row["family_id"]: homes[row["family_id"]] for row in scores if not row["excluded"]}
    return Results(families, _counts(families, people, homes, scores), open_to_scores, frozenset(homes))


def _rows(engine: duckdb.DuckDBPyConnection, sql: str, file: Path) -> Iterator[dict[str, Any]]:
    answer = engine.execute(sql, [str(file)])
    names = [column[0] for column in answer.description or ()]
    while batch := answer.fetchmany(10_000):
        yield from (dict(zip(names, row, strict=True)) for row in batch)


def _by_family(rows: Iterator[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row.pop("family_id")].append(row)
    return dict(found)


def _area(members: list[dict[str, Any]], areas: Mapping[str, str]) -> str:
    """A family lives in one dwelling: the first postcode that any of its members gives says where."""
    told = next((member["postcode"] for member in members if member["postcode"]), "")
    return areas.get(compact(told), "")


def _person(row: Mapping[str, Any]) -> Person:
    texts = {name: row[name] or "" for name in ("role", "sex")} | {"postcode": postcode(row["postcode"] or "")}
    names = {name: spelling.name(row[name] or "")[:LONGEST_NAME] for name in ("forename", "surname")}
    home = spelling.address(row["address"] or "")[:LONGEST_ADDRESS]
    return Person(person_key=row["person_id"], birth_date=row["birth_date"], address=home, **names, **texts)


def _scores(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("family_id", "excluded")}


def _counts(
    families: tuple[Family, ...], people: Mapping[str, Any], homes: Mapping[str, str], scores: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "people": sum(len(family.people) for family in families),
        "families": len(families),
        "outside": len(people) - len(homes),
        "excluded": sum(1 for row in scores if row["excluded"]),
        "insufficient": sum(1 for row in scores if not row["excluded"] and not row["vulnerability_band"]),
        "vulnerability": dict(Counter(family.scores["vulnerability_band"] for family in families)),
        "resilience": dict(Counter(family.scores["resilience_band"] for family in families)),
        "routes": dict(Counter(family.scores["route"] for family in families)),
        "scores": {
            axis: parts_of([family.scores[axis] for family in families]) for axis in ("vulnerability", "resilience")
        },
    }
