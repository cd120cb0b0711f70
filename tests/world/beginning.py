"""What nearly every test begins with is made by use cases once a process, and laid down again row by row for each test.

Places, organisations and the colleagues whom most tests ask for took a third of the suite's time to make anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from lynchpin.kernel import clock, guard
from lynchpin.kernel.actor import Actor
from tests.world.staff import StaffWorld

Rows = list[tuple[type[models.Model], list[models.Model]]]
STANDING = ("worker", "lead_worker", "central", "cluster_manager", "admin_officer", "data_protection_officer")
KEPT_FREE = 1000  # ids below it are those of rows that are laid down


@dataclass(frozen=True)
class Beginning:
    """The rows that everybody begins with, and each standing colleague with the rows that make them one."""

    ground: Rows
    colleagues: dict[str, tuple[Rows, Actor]]

    def begin(self) -> None:
        lay(self.ground)
        if connection.vendor == "sqlite":  # PostgreSQL hands no number out twice, even if what had it was undone
            rows = (row for rows, _ in self.colleagues.values() for row in rows)
            keep_free(model for model, _ in rows)

    def colleague(self, name: str) -> Actor:
        rows, actor = self.colleagues[name]
        lay(rows)
        return replace(actor, on=clock.today(), remembered={})


_made: dict[datetime, Beginning] = {}


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
    once = transaction.atomic()
    once._from_testcase = True  # use cases want to be the outermost
    with once:
        world = make()
        ground, colleagues = _new(seen), {}
        for name in STANDING:
            actor = getattr(world, name)
            colleagues[name] = (_new(seen), actor)
        transaction.set_rollback(True)
    return Beginning(ground, colleagues)


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
    with guard.resting():
        for model, each in rows:
            manager = model.unscoped if hasattr(model, "unscoped") else model.objects
            manager.bulk_create(each)


def keep_free(numbered: Iterable[type[models.Model]]) -> None:
    """The next row of these tables gets a number beyond those of the rows that may be laid down later."""
    tables = {(model._meta.db_table,) for model in numbered}
    with guard.resting(), connection.cursor() as cursor:
        cursor.executemany("delete from sqlite_sequence where name = %s", list(tables))
        cursor.executemany(f"insert into sqlite_sequence (name, seq) values (%s, {KEPT_FREE})", list(tables))
