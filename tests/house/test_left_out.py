"""What the run on PostgreSQL leaves out can reach no database, so it cannot come out otherwise there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.db import connections

from tests.conftest import ABOUT_DATABASES, may_reach_a_database

TESTS = Path(__file__).parents[1]
OTHER_WAYS = re.compile(r"^\s*(?:import|from) (?:subprocess|psycopg|sqlite3)\b", re.MULTILINE)
STARTS_A_PROGRAM = {"tests/twenty_thousand.py": "plain Splink, for the linking of a region of files"}


@pytest.fixture
def opener(django_db_blocker):
    return django_db_blocker


def test_what_is_left_out_is_refused_every_database(request):
    assert not may_reach_a_database(request.node)
    for alias in connections:
        with pytest.raises(RuntimeError, match="Database access not allowed"):
            connections[alias].cursor()


@pytest.mark.django_db
def test_what_is_marked_is_kept(request):
    assert may_reach_a_database(request.node)


def test_what_begins_with_a_world_is_kept(request, world):
    assert may_reach_a_database(request.node)


def test_what_opens_a_database_by_a_fixture_of_ours_is_kept(request, opener):
    assert may_reach_a_database(request.node)


def test_no_test_but_the_listed_comes_to_a_database_by_a_program_or_a_driver():
    paths = {f"tests/{path.relative_to(TESTS)}": path for path in TESTS.rglob("*.py")}
    found = {name for name, path in paths.items() if OTHER_WAYS.search(path.read_text())}
    assert {name for name in found if not name.startswith(ABOUT_DATABASES)} == set(STARTS_A_PROGRAM)
