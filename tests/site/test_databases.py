"""What each kind of database is told when a connection is opened."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import environ
import pytest
from django.db import connection

from lynchpin.kernel import guard
from lynchpin.site.databases import databases
from lynchpin.site.environment import Environment


def made(address: str) -> dict[str, Any]:
    given = SimpleNamespace(database=environ.Env.db_url_config(address))
    return databases(cast(Environment, given))["default"]


def test_postgresql_is_told_what_a_page_asks_for():
    assert "random_page_cost=1.1" in made("postgresql://app@/lynchpin?host=/tmp")["OPTIONS"]["options"]


def test_what_the_address_says_comes_last_and_wins():
    told = made("postgresql://app@/lynchpin?host=/tmp&options=-c%20random_page_cost%3D4")["OPTIONS"]
    assert told["options"].endswith("-c random_page_cost=4")
    assert told["host"] == "/tmp"


def test_sqlite_has_the_access_log_beside_it():
    given = made("sqlite:////somewhere/lynchpin.sqlite3")
    assert Path(str(given["NAME"])).name == "lynchpin.sqlite3" and "options" not in given["OPTIONS"]


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="it is PostgreSQL that is told")
def test_a_connection_plans_without_helpers():
    with guard.resting(), connection.cursor() as cursor:  # a setting is nobody's record
        found = {}
        for name in ("max_parallel_workers_per_gather", "random_page_cost", "jit"):
            cursor.execute(f"show {name}")
            found[name] = cursor.fetchone()[0]
    assert found == {"max_parallel_workers_per_gather": "0", "random_page_cost": "1.1", "jit": "off"}
