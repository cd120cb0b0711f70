"""What nearly every test begins with is made by use cases once a process, and laid down again row by row for each test.

Places, organisations, the colleagues whom most tests ask for and their first case took half of the suite's time to make
anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from lynchpin.kernel import clock, guard
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import AuditEvent
from lynchpin.organisations.models import RoleAssignment
from tests.world.staff import StaffWorld

Rows = list[tuple[type[models.Model], list[models.Model]]]
STANDING = ("worker", "lead_worker", "central", "cluster_manager", "admin_officer", "data_protection_officer")
HIRING = {"organisations.account_added", "organisations.role_assigned"}
KEPT_FREE = 1000  # ids below it are those of rows that are laid down


@dataclass(frozen=True)
class Beginning:
    """The rows that everybody begins with, each standing colleague with the rows that make them one, and a first case.

    `cases` are that case as it waits for a worker and as the standing worker holds it: its rows and its reference.
    """

    moment: datetime
    ground: Rows
    colleagues: dict[str, tuple[Rows, Actor]]
    cases: dict[bool, tuple[Rows, str]]

    def begin(self) -> None:
        lay(self.ground)
        if connection.vendor == "sqlite":  # PostgreSQL hands no number out twice, even if what had it was undone
            kept = (*self.colleagues.values(), *self.cases.values())
            keep_free(model for rows, _ in kept for model, _ in rows)

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

    def case(self, *, held: bool) -> str:
        """The reference of the first case, laid down: its colleagues must be there."""
        rows, reference = self.cases[held]
        lay(rows)
        return reference


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
        cases = {held: _rehearsed_case(world, seen, held=held) for held in (False, True)}
        transaction.set_rollback(True)
    return Beginning(clock.now(), ground, colleagues, cases)


def _rehearsed_case(world: Any, seen: dict[type[models.Model], set[Any]], *, held: bool) -> tuple[Rows, str]:
    once = transaction.atomic()
    once._from_testcase = True
    with once:
        made = world.case(worker=world.worker if held else None)
        rows = _new({model: set(ids) for model, ids in seen.items()})
        transaction.set_rollback(True)
    return rows, made.reference


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
