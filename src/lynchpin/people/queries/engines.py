"""Where candidates come from. Each engine looks only inside the actor's scope, so that nobody out of sight can be felt.

SQLite uses an FTS5 trigram index and PostgreSQL pg_trgm, both made by migration 0002; where a build of the database has
neither, every key in scope is compared in memory, which is slower and just as right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection

from lynchpin.people.search import CANDIDATES, Wanted, most_like

INDEX = "people_resident_search"
WHOLE_NAME_ALIKE, PART_OF_NAME_ALIKE = "0.25", "0.45"  # trigram likeness, 0 to 1: wide, as ranking is done afterwards
SHORTEST = 3  # a trigram index finds nothing shorter

Engine = Callable[[Wanted, Any], list[int]]


def engine() -> Engine:
    """The best engine that this database offers."""
    if connection.vendor == "sqlite" and _has(f"select 1 from sqlite_master where name = '{INDEX}'"):
        return fts5
    if connection.vendor == "postgresql" and _has("select 1 from pg_extension where extname = 'pg_trgm'"):
        return pg_trgm
    return in_memory


def in_memory(wanted: Wanted, scope: Any) -> list[int]:
    """Every key in scope, compared one by one."""
    return most_like(wanted, dict(scope.values_list("pk", "search_key")))


def fts5(wanted: Wanted, scope: Any) -> list[int]:
    """SQLite: keys that share trigrams with what was typed, those that share most first."""
    trigrams = {spelling[at : at + SHORTEST] for spelling in wanted.spellings for at in range(len(spelling) - 2)}
    if not trigrams:
        return in_memory(wanted, scope)
    match = " OR ".join(f'"{trigram}"' for trigram in sorted(trigrams))
    where = (
        f"select rowid from {INDEX} where {INDEX} match %s and rowid in ({{scope}}) order by rank limit {CANDIDATES}"
    )
    return _ids(where, [match], scope)


def pg_trgm(wanted: Wanted, scope: Any) -> list[int]:
    """PostgreSQL: keys whose trigrams, as a whole or for a part of them, are like what was typed."""
    spellings = list(wanted.spellings)
    alike = " or ".join(["search_key %% %s or %s <%% search_key"] * len(spellings))
    nearest = ", ".join(["word_similarity(%s, search_key)"] * len(spellings))
    sql = (
        f"select id from people_resident where ({alike}) and id in ({{scope}}) "
        f"order by greatest({nearest}) desc, id limit {CANDIDATES}"
    )
    _run("select set_config('pg_trgm.similarity_threshold', %s, false)", [WHOLE_NAME_ALIKE])
    _run("select set_config('pg_trgm.word_similarity_threshold', %s, false)", [PART_OF_NAME_ALIKE])
    return _ids(sql, [each for each in spellings for _ in range(2)], scope, then=spellings)


def _ids(sql: str, before: Sequence[Any], scope: Any, then: Sequence[Any] = ()) -> list[int]:
    """Run a statement that has a place for the scope's own, with the values before and after it."""
    try:
        scope_sql, scope_values = scope.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:  # nothing can be in this scope
        return []
    return [row[0] for row in _run(sql.format(scope=scope_sql), [*before, *scope_values, *then])]


def _run(sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        return list(cursor.fetchall())


def _has(question: str) -> bool:
    return bool(_run(question))
