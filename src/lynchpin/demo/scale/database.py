"""The one place that writes governed tables beside use cases: inside PostgreSQL, in a demo's own database, with the guard at rest.

Every row that is written through here is a copy of one that a use case wrote, with all constraints on: a copy that could
not stand is refused, and everything is undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from lynchpin.kernel import guard

AT_ONCE = 20_000  # rows sent in one statement
REFUSAL = (
    "A region of this size is copied inside PostgreSQL, in a database in which nobody but the demo works."
    " Name one in DATABASE_URL, or choose --scale small."
)


def why_not_copy() -> str:
    """A sentence where nothing may be copied; empty where it may."""
    from lynchpin.demo.staffing import DOMAIN
    from lynchpin.organisations.models import Account

    ours = settings.DEMO_MODE and connection.vendor == "postgresql"
    return "" if ours and not Account.objects.exclude(email__endswith=f"@{DOMAIN}").exists() else REFUSAL


@contextmanager
def written_freely() -> Iterator[None]:
    """All or nothing. Each statement is held to every constraint at once; at the end the planner knows the new sizes.

    Raises `PermissionError` where `why_not_copy` says so.
    """
    if refusal := why_not_copy():
        raise PermissionError(refusal)
    with guard.resting(), transaction.atomic():
        run("set constraints all immediate")
        yield
        run("analyze")


def tidy() -> None:
    """What the server would do by itself in the night: it then answers what an index tells without looking at each row."""
    with guard.resting():
        run("vacuum analyze")


def run(sql: str) -> int:
    """One statement. Gives how many rows it wrote."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.rowcount)


def keep(table: str, kinds: str, values: Iterable[tuple[Any, ...]]) -> None:
    """Many rows of a table of our own, each column sent as a list; `kinds` are the columns' types, with commas between."""
    arrays = ", ".join(f"%s::{kind.strip()}[]" for kind in kinds.split(","))
    sql = f"insert into {table} select * from unnest({arrays})"
    waiting: list[tuple[Any, ...]] = []
    for row in values:
        waiting.append(row)
        if len(waiting) == AT_ONCE:
            _send(sql, waiting)
            waiting.clear()
    if waiting:
        _send(sql, waiting)


def _send(sql: str, waiting: list[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(column) for column in zip(*waiting, strict=True)])


def rows(sql: str) -> list[tuple[Any, ...]]:
    """What a question gives."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def number(sql: str) -> int:
    """The one number that a question gives; nothing counts as none."""
    return int(rows(sql)[0][0] or 0)
