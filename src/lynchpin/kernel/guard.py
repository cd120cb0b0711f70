"""The guard on every database connection.

It reads the statement itself, so many-to-many rows, raw cursors, cascades and bulk calls cannot go round it. A governed
table is written only through its own room's window; a book that is append-only is never updated or deleted; and no
statement joins a governed table, because a join would show rows that nobody's scope was asked about. What a driver offers
beside `execute` (copy, scripts, procedures) does not pass here: that no module asks for a cursor is kept by a house test.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.apps import apps

from lynchpin.kernel import window
from lynchpin.kernel.errors import UngovernedWrite, UnscopedRead

QUOTE = r"""["`'\[\]]?"""
TABLE = rf"(?:\s+only\b)?[\s(]*(?:{QUOTE}\w+{QUOTE}\s*\.\s*)*{QUOTE}(?P<table>\w+)"
WRITE = re.compile(
    r"\b(?:(?P<append>insert(?:\s+or\s+(?!replace)\w+)?\s+into)"
    r"|(?P<change>(?<!for\s)(?<!do\s)update(?:\s+or\s+\w+)?(?!\s+set\b)"
    r"|delete\s+from|replace\s+into|truncate(?:\s+table)?|merge\s+into))\b" + TABLE,
    re.IGNORECASE,
)
UPSERT = re.compile(r"\bdo\s+update\s+set\b", re.IGNORECASE)
JOIN = re.compile(r"(?:\bjoin\b|\busing\b|,)" + TABLE, re.IGNORECASE)

# What the service says to a database: anything else could write or read where this guard cannot see. Django needs no more
# outside migrations; and no comment, second statement or escaped name, behind which a table could stand.
SAID = re.compile(
    r"[\s(]*(?:select|values|with|explain|insert|replace|update|delete|begin|commit|rollback|savepoint|release|set|pragma)\b",
    re.IGNORECASE,
)
HIDING = re.compile(r"--|/\*|;\s*\S|\bu&[\"']", re.IGNORECASE)
# What would loosen the database's own constraints, make the connection somebody else's, or keep a copy of what was read.
LOOSENING = re.compile(
    r"[\s(]*(?:set\s+(?:session\s+|local\s+)?(?:role|authorization|session_replication_role|search_path)\b"
    r"|pragma\s+(?:\w+\s*\.\s*)?(?:writable_schema|foreign_keys|ignore_check_constraints|recursive_triggers)\b"
    r"|(?:select|with|values)\b(?:(?!\b(?:insert|replace|merge)\b).)*\binto\b)",
    re.IGNORECASE | re.DOTALL,
)

_resting: ContextVar[bool] = ContextVar("guard_resting", default=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a statement does to tables: those it appends to, those it changes, those it joins."""

    appended: frozenset[str]
    changed: frozenset[str]
    joined: frozenset[str]


@lru_cache(maxsize=8192)
def parse(sql: str) -> Statement:
    """Tables written and joined by one SQL text; values travel apart from it, so no value is mistaken for a table."""
    found = list(WRITE.finditer(sql))
    upserts = UPSERT.search(sql) is not None
    appended = frozenset(m["table"].lower() for m in found if m["append"])
    changed = frozenset(m["table"].lower() for m in found if m["change"] or upserts)
    return Statement(appended, changed, frozenset(m["table"].lower() for m in JOIN.finditer(sql)))


@lru_cache(maxsize=8192)
def is_plain(sql: str) -> bool:
    """Whether a text is one statement, of a kind that `parse` reads whole."""
    return SAID.match(sql) is not None and HIDING.search(sql) is None and LOOSENING.match(sql) is None


@cache
def governed_tables() -> dict[str, tuple[str, bool]]:
    """Table -> (room, append_only) for every governed model."""
    from lynchpin.kernel.models import Governed

    models = (model for model in apps.get_models(include_auto_created=True) if issubclass(model, Governed))
    return {model._meta.db_table.lower(): (model._meta.app_label, model.append_only) for model in models}


def judge(sql: str) -> None:
    """Raise when the statement writes or joins a governed table as it may not, or cannot be read."""
    if not is_plain(sql):
        raise UngovernedWrite("only one plain statement at a time can be judged")
    statement, governed = parse(sql), governed_tables()
    for table in (statement.appended | statement.changed) & governed.keys():
        room, append_only = governed[table]
        if not window.may_write(room) or (append_only and table in statement.changed):
            raise UngovernedWrite(f"{table} belongs to {room} and may not be written here")
    if joined := statement.joined & governed.keys():
        raise UnscopedRead(f"a query of its own is needed for {', '.join(sorted(joined))}")


def stand_guard(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
    """Django's execute wrapper: judge, then run. SQL composed by a driver is no text, and is refused."""
    if not _resting.get():
        judge(sql if isinstance(sql, str) else "")
    return execute(sql, params, many, context)


def watch(connection: Any, **_: Any) -> None:
    """Put the guard on a connection, once."""
    if stand_guard not in connection.execute_wrappers:
        connection.execute_wrappers.append(stand_guard)


@contextmanager
def resting() -> Iterator[None]:
    """No guard: for migrations, restoring a backup and emptying test databases. A house test lists who may ask."""
    token = _resting.set(True)
    try:
        yield
    finally:
        _resting.reset(token)
