"""Where candidates come from. Each engine looks only inside the actor's scope, so that nobody out of sight can be felt.

SQLite uses an FTS5 trigram index and PostgreSQL pg_trgm, both made by migration 0002; where a build of the database has
neither, every key in scope is compared in memory, which is slower and just as right.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection

from lynchpin.people.search import CANDIDATES, Wanted, most_like

INDEX = "people_resident_search"
LIKE_ENOUGH_TO_FETCH = 0.25  # trigram likeness, 0 to 1: wide, as the ranking is done afterwards
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
    found: dict[int, None] = {}
    for spelling in wanted.spellings:
        found |= dict.fromkeys(_ids(_PG_TRGM, [spelling, spelling], scope, then=[spelling]))
    return list(found)[: CANDIDATES * 2]


_PG_TRGM = (
    "select id from people_resident where (search_key %% %s or %s <%% search_key) and id in ({scope}) "
    f"order by word_similarity(%s, search_key) desc, id limit {CANDIDATES}"
)


def _ids(sql: str, before: list[Any], scope: Any, then: list[Any] | None = None) -> list[int]:
    try:
        scope_sql, scope_values = scope.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("select set_config('pg_trgm.similarity_threshold', %s, false)", [str(LIKE_ENOUGH_TO_FETCH)])
            cursor.execute("select set_config('pg_trgm.word_similarity_threshold', %s, false)", ["0.45"])
        cursor.execute(sql.format(scope=scope_sql), [*before, *scope_values, *(then or [])])
        return [row[0] for row in cursor.fetchall()]


def _has(question: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone() is not None
