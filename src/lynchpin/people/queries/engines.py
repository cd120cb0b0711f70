"""Where candidates come from. Each engine looks only inside the actor's scope, so that nobody out of sight can be felt.

SQLite uses an FTS5 trigram index and PostgreSQL pg_trgm, both made by migration 0002; where a build of the database has
neither, every key in scope is compared in memory, which is slower and just as right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection

from lynchpin.people.search import CANDIDATES, Wanted, most_like

INDEX = "people_resident_search"
WHOLE_NAME_ALIKE, PART_OF_NAME_ALIKE = "0.25", "0.45"  # trigram likeness, 0 to 1: wide, as ranking is done afterwards
SHORTEST = 3  # a trigram index finds nothing shorter

Engine = Callable[[Sequence[Wanted], Any], list[list[int]]]


@dataclass(frozen=True, slots=True)
class Part:
    """One search's part of a statement: a select with a place for the scope, and the values before and after it."""

    sql: str
    before: tuple[Any, ...]
    after: tuple[Any, ...] = ()


def engine() -> Engine:
    """The best engine that this database offers: the names of several searches in, the ids for each out."""
    return _best_of(connection.vendor)


@cache
def _best_of(vendor: str) -> Engine:
    """Asked once a process: only a migration makes an index, and a process starts after it."""
    if vendor == "sqlite" and _has(f"select 1 from sqlite_master where name = '{INDEX}'"):
        return fts5
    if vendor == "postgresql" and _has("select 1 from pg_extension where extname = 'pg_trgm'"):
        return pg_trgm
    return in_memory


def in_memory(wanted: Sequence[Wanted], scope: Any) -> list[list[int]]:
    """Every key in scope, compared one by one."""
    if not any(each.name for each in wanted):
        return [[] for _ in wanted]
    keys = dict(scope.values_list("pk", "search_key"))
    return [most_like(each, keys) for each in wanted]


def fts5(wanted: Sequence[Wanted], scope: Any) -> list[list[int]]:
    """SQLite: keys that share trigrams with what was typed, those that share most first."""
    if any(each.name and not _trigrams(each) for each in wanted):
        return in_memory(wanted, scope)
    sql = f"rowid as id from {INDEX} where {INDEX} match %s and rowid in ({{scope}}) order by rank"
    parts = {
        place: Part(sql, (" OR ".join(f'"{trigram}"' for trigram in _trigrams(each)),))
        for place, each in enumerate(wanted)
        if each.name
    }
    return _ids(parts, len(wanted), scope)


def _trigrams(wanted: Wanted) -> list[str]:
    return sorted({spelling[at : at + SHORTEST] for spelling in wanted.spellings for at in range(len(spelling) - 2)})


def pg_trgm(wanted: Sequence[Wanted], scope: Any) -> list[list[int]]:
    """PostgreSQL: keys whose trigrams, as a whole or for a part of them, are like what was typed."""
    parts = {place: _like(each.spellings) for place, each in enumerate(wanted) if each.name}
    if parts:
        _run(
            "select set_config('pg_trgm.similarity_threshold', %s, false), "
            "set_config('pg_trgm.word_similarity_threshold', %s, false)",
            [WHOLE_NAME_ALIKE, PART_OF_NAME_ALIKE],
        )
    return _ids(parts, len(wanted), scope)


def _like(spellings: Sequence[str]) -> Part:
    alike = " or ".join(["search_key %% %s or %s <%% search_key"] * len(spellings))
    nearest = ", ".join(["word_similarity(%s, search_key)"] * len(spellings))
    sql = f"id from people_resident where ({alike}) and id in ({{scope}}) order by greatest({nearest}) desc, id"
    return Part(sql, tuple(each for each in spellings for _ in range(2)), tuple(spellings))


def _ids(parts: Mapping[int, Part], searches: int, scope: Any) -> list[list[int]]:
    """The ids of each search, all by one statement. Nothing is asked when there is nothing to look for."""
    found: list[list[int]] = [[] for _ in range(searches)]
    try:
        scope_sql, scope_values = scope.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:  # nothing can be in this scope
        return found
    selects, values = [], []
    for place, part in parts.items():
        one = f"select {place} as place, {part.sql.format(scope=scope_sql)} limit {CANDIDATES}"
        selects.append(f"select place, id from ({one}) as search_{place}")
        values += [*part.before, *scope_values, *part.after]
    for place, key in _run(" union all ".join(selects), values) if selects else ():
        found[place].append(key)
    return found


def _run(sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        return list(cursor.fetchall())


def _has(question: str) -> bool:
    return bool(_run(question))
