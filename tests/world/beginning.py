"""What nearly every test begins with is made by use cases once a process, and laid down again row by row for each test.

Places, organisations, the colleagues whom most tests ask for, their first case and the reference pack took half of the
suite's time to make anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import chain
from typing import Any

from django.apps import apps
from django.db import connection, connections, models, router, transaction

from lynchpin.kernel import clock, guard
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import AuditEvent
from lynchpin.organisations.models import RoleAssignment
from tests.world.staff import StaffWorld

Rows = list[tuple[type[models.Model], list[models.Model]]]
Statements = list[tuple[str, str, Any]]  # each with the database that it is said to, and its values
STANDING = ("worker", "lead_worker", "central", "cluster_manager", "admin_officer", "data_protection_officer")
HIRING = {"organisations.account_added", "organisations.role_assigned"}
KEPT_FREE = 4000  # ids below it are those of rows that are laid down
BAND = 200  # ids that a scene may use of tables that others use as well


@dataclass(frozen=True)
class Beginning:
    """The rows that everybody begins with, each standing colleague with the rows that make them one, and scenes.

    A scene is what one method of the world makes there and then, and what it answered.
    """

    moment: datetime
    ground: Rows
    colleagues: dict[str, tuple[Rows, Actor]]
    scenes: dict[str, tuple[Rows, Any]]

    def begin(self) -> None:
        lay(self.ground)

    def colleague(self, name: str) -> Actor:
        rows, actor = self.colleagues[name]
        lay(rows)
        return replace(actor, on=clock.today(), remembered={})

    def is_at_its_start(self, at: datetime) -> bool:
        """Whether nothing was done yet but to hire people, none of them one more lead: then a case is as it was rehearsed."""
        done = Counter(AuditEvent.unscoped.values_list("verb", flat=True)) - self.done
        leads = RoleAssignment.unscoped.filter(role="lead-worker").exclude(pk__in=self.standing)
        return at == self.moment and done.keys() <= HIRING and not leads.exists()

    @cached_property
    def standing(self) -> set[Any]:
        """Ids of the standing colleagues' assignments."""
        laid = (each for rows, _ in self.colleagues.values() for each in rows)
        return {row.pk for model, rows in laid for row in rows if model is RoleAssignment}

    @cached_property
    def done(self) -> Counter[str]:
        """How often each verb was done to lay the ground."""
        return Counter(row.verb for model, rows in self.ground for row in rows if model is AuditEvent)

    def scene(self, name: str) -> Any:
        """What was rehearsed under this name, laid down, and what it answered: what it builds on must be there."""
        rows, answer = self.scenes[name]
        lay(rows)
        return answer


_made: dict[datetime, Beginning] = {}
_said: dict[int, tuple[Rows, list[Statements]]] = {}  # with the rows, so that no others come to have their id


def beginning(make: Callable[[], Any]) -> Beginning:
    """What `make` makes at the present moment of the held clock, which is made only the first time."""
    if clock.now() not in _made:
        _made[clock.now()] = _rehearsed(make)
    return _made[clock.now()]


def standing(name: str) -> cached_property:
    """A colleague of a world: laid down in one that began with a beginning, hired in one that is being rehearsed."""
    hire = getattr(StaffWorld, name).func

    def find(world: Any) -> Actor:
        return world.beginning.colleague(name) if world.beginning else hire(world)

    return cached_property(find)


def _rehearsed(make: Callable[[], Any]) -> Beginning:
    """Made by use cases, written down, and undone."""
    seen = {model: _ids(model) for model in _models()}
    with _undone():
        number_from(1)
        world = make()
        ground, colleagues = _new(seen), {}
        for name in STANDING:
            actor = getattr(world, name)
            colleagues[name] = (_new(seen), actor)
        played = enumerate(world.scenes().items(), start=1)
        scenes = {name: _rehearsed_scene(play, seen, number) for number, (name, play) in played}
    return Beginning(clock.now(), ground, colleagues, scenes)


def _rehearsed_scene(
    play: Callable[[], Any], seen: dict[type[models.Model], set[Any]], number: int
) -> tuple[Rows, Any]:
    """Scenes know nothing of each other, and may be laid down beside each other: each has numbers of its own."""
    with _undone():
        number_from(number * BAND)
        answer = play()
        rows = _new({model: set(ids) for model, ids in seen.items()})
    assert all(row.pk < KEPT_FREE for _, each in rows for row in each if isinstance(row.pk, int)), (
        "too many to keep free"
    )
    return rows, answer


@contextmanager
def _undone() -> Iterator[None]:
    once = transaction.atomic()
    once._from_testcase = True  # use cases want to be the outermost
    with once:
        yield
        transaction.set_rollback(True)


def _models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models()
        if hasattr(model, "unscoped") or model._meta.label == "organisations.Account"
    ]


def _all(model: type[models.Model]) -> Any:
    return model.unscoped.all() if hasattr(model, "unscoped") else model.objects.all()


def _ids(model: type[models.Model]) -> set[Any]:
    return set(_all(model).values_list("pk", flat=True))


def _new(seen: dict[type[models.Model], set[Any]]) -> Rows:
    """Rows that nobody saw yet, which are seen now; those that others refer to come first, as models do."""
    found = [(model, [row for row in _all(model) if row.pk not in ids]) for model, ids in seen.items()]
    for model, rows in found:
        seen[model].update(row.pk for row in rows)
    return [(model, rows) for model, rows in found if rows]


def lay(rows: Rows) -> None:
    """As Django writes them the first time; the same statements with the same values are only said again."""
    with guard.resting():
        if id(rows) not in _said:
            _said[id(rows)] = (rows, [_written(model, each) for model, each in rows])
            return
        for alias, sql, params in chain.from_iterable(_said[id(rows)][1]):
            with connections[alias].cursor() as cursor:
                cursor.execute(sql, params)


def _written(model: type[models.Model], rows: list[models.Model]) -> Statements:
    """Write the rows, and tell by what statements."""
    found: Statements = []
    alias = router.db_for_write(model)

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("INSERT"):  # not the BEGIN of a transaction, which nothing would end when it is said again
            found.append((alias, sql, params))
        return execute(sql, params, many, context)

    manager = model.unscoped if hasattr(model, "unscoped") else model.objects
    with connections[alias].execute_wrapper(note):
        manager.using(alias).bulk_create(rows)
    assert found, "rows that were not written"
    return found


def number_from(number: int) -> None:
    """The next row of every table gets this number, or the next that is free."""
    if connection.vendor != "sqlite":  # PostgreSQL hands no number out twice, even if what had it was undone
        return
    tables = [
        (model._meta.db_table, number - 1) for model in _models() if router.db_for_write(model) == connection.alias
    ]
    with guard.resting(), connection.cursor() as cursor:
        cursor.execute("delete from sqlite_sequence")
        cursor.executemany("insert into sqlite_sequence (name, seq) values (%s, %s)", tables)
