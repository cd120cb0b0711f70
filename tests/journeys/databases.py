"""Databases of the journeys' own: not emptied between journeys, and never seen by any other test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from os import getpid
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.test import utils


@contextmanager
def own_databases(folder: Path) -> Iterator[None]:
    """Freshly migrated databases behind every alias, which are gone afterwards."""
    names = {alias: database["TEST"].get("NAME") for alias, database in settings.DATABASES.items()}
    for alias in names:
        rename(alias, str(folder / f"{alias}.sqlite3") if is_file(alias) else f"journeys_{getpid()}")
    let_go()
    made = utils.setup_databases(verbosity=0, interactive=False, aliases=set(names), serialized_aliases=())
    try:
        yield
    finally:
        let_go()
        utils.teardown_databases(made, verbosity=0)
        for alias, name in names.items():
            rename(alias, name)


def is_file(alias: str) -> bool:
    return "sqlite3" in settings.DATABASES[alias]["ENGINE"]


def rename(alias: str, name: str | None) -> None:
    connections[alias].settings_dict["TEST"]["NAME"] = name


def let_go() -> None:
    """Close this thread's connections, and a pool that would go on handing out those of another database."""
    for connection in connections.all(initialized_only=True):
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()
