"""Counts statements as the performance page says: without session, rights, log, BEGIN and COMMIT."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

NOT_COUNTED = (
    "django_session",
    "organisations_account",
    "organisations_staff",
    "organisations_roleassignment",
    "organisations_reach",
    "kernel_access",
    "SAVEPOINT",
    "BEGIN",
    "COMMIT",
)


def statements(do: Callable[[], Any]) -> int:
    """How many statements a page needed of its own; rights are read once more by pages about colleagues, and not counted."""
    with CaptureQueriesContext(connection) as seen:
        do()
    return sum(not any(word in query["sql"] for word in NOT_COUNTED) for query in seen.captured_queries)
