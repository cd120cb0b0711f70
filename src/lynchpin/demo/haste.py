"""While a demo is being lived it need not survive a power cut: on SQLite, writes do not wait for the disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections


@contextmanager
def in_haste() -> Iterator[None]:
    """Synchronous off on every SQLite connection of this process, and back to full at the end."""
    lite = [connection for connection in connections.all() if connection.vendor == "sqlite"]
    _synchronous(lite, "OFF")
    try:
        yield
    finally:
        _synchronous(lite, "FULL")


def _synchronous(databases: list, how: str) -> None:
    for connection in databases:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA synchronous={how}")
