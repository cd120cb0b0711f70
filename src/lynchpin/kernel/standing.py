"""Questions that nearly every page and verb asks, put into SQL once a process and asked again with other values.

Django writes a statement anew whenever a queryset is read. For the few questions that every scope is made of, the writing
took longer than the answering: a tenth of a page's time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models import Expression, Field

Put = Callable[[Any, Any], Any]  # a value and the connection -> what the database is given


class Slot(Expression):
    """The place of one value in a standing question, as a column of this kind would be given it."""

    def __init__(self, name: str, kind: Field) -> None:
        super().__init__(output_field=kind)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", (Place(self.name, self.output_field.get_db_prep_value),)


@dataclass(frozen=True, slots=True)
class Slots:
    """The place of many whole numbers: what `__among` is compared with. None at all are nobody, as they are to `__in`."""

    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value goes among a statement's parameters, and how it is put."""

    name: str
    put: Put


class StandingQuestion:
    """A question with slots. What `ask` gives is opened and built only once, so nothing else in it may ever differ.

    Only ids, codes and what else every database gives as it is kept can be asked for.
    """

    def __init__(self, ask: Callable[[], Any]) -> None:
        self._ask = ask
        self._said: dict[str, tuple[str, Sequence[Any]]] = {}

    def rows(self, **values: Any) -> list[tuple[Any, ...]]:
        """The answer to these values, one for each slot."""
        connection = connections["default"]
        if connection.vendor not in self._said:
            self._said[connection.vendor] = self._put_into_sql(connection)
        sql, params = self._said[connection.vendor]
        given = [p.put(values[p.name], connection) if isinstance(p, Place) else p for p in params]
        with connection.cursor() as cursor:  # as any other statement it passes the guard
            cursor.execute(sql, given)
            return list(cursor.fetchall())

    def _put_into_sql(self, connection: Any) -> tuple[str, Sequence[Any]]:
        compiler = self._ask().query.get_compiler(connection=connection)  # refuses a queryset that nobody opened
        sql, params = compiler.as_sql()
        if compiler.get_converters(column for column, _, _ in compiler.select):
            raise TypeError("a standing question may not ask for what Django would have to read for it")
        return sql, params
