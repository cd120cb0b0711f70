"""A new database is made by the short history of each room, and one that is there goes on by the long one: both end alike."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

SHORT, LONG = MigrationLoader(None), MigrationLoader(None, replace_migrations=False)
SHORTENED = {name: migration for name, migration in SHORT.disk_migrations.items() if migration.replaces}
STATES = [
    (room, migration.replaces[:number])
    for (room, _), migration in sorted(SHORTENED.items())
    for number in range(1, len(migration.replaces) + 1)
]


def between(one: MigrationLoader, other: MigrationLoader) -> object:
    """What Django would have to change in records to come from where one history ends to where the other does."""
    return MigrationAutodetector(one.project_state(), other.project_state()).changes(graph=other.graph)


def test_the_short_history_ends_where_the_long_one_does():
    assert len(SHORTENED) > 3
    assert between(LONG, SHORT) == {} == between(SHORT, LONG)


def test_what_the_short_history_leaves_out_moved_rows_that_a_new_database_has_none_of():
    long = [migration for of in SHORTENED.values() for migration in map(LONG.disk_migrations.get, of.replaces)]
    moving = [each for each in long for act in each.operations if not act.reduces_to_sql]
    assert [str(each) for each in moving] == ["frontdoor.0003_clocks_of_what_waits"]


def steps_from(applied: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """What a database would be given to which these migrations, and all that they need, were applied."""
    recorder = MigrationRecorder(connection)
    recorder.flush()
    for room, name in LONG.graph.forwards_plan(applied[-1]):
        recorder.record_applied(room, name)
    executor = MigrationExecutor(connection)
    return [(each.app_label, each.name) for each, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("room", "applied"), STATES, ids=lambda told: told if isinstance(told, str) else str(len(told))
)
def test_an_older_database_goes_on_by_what_it_lacks_and_by_nothing_twice(room, applied):
    whole = next(migration.replaces for (of, _), migration in SHORTENED.items() if of == room)
    since = sorted(key for key in LONG.disk_migrations if key[0] == room and key > whole[-1] and key not in SHORTENED)
    assert [step for step in steps_from(applied) if step[0] == room] == whole[len(applied) :] + since
