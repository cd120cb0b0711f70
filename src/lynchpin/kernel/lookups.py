"""One lookup of our own: rows by many ids."""

from __future__ import annotations

import json
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import Lookup

from lynchpin.kernel.standing import Place, Slots


class Among(Lookup):
    """`resident_id__among=ids`: what `__in` means, for whole numbers, as one parameter however many there are.

    Whoever leads has hundreds of people, and each of them would be a parameter of its own: prepared, written into the
    statement and read again by the database. In a standing question `ids` are `Slots`.
    """

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return self._as("{} IN (SELECT value FROM json_each(%s))", json.dumps, compiler, connection)

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return self._as("{} = ANY(%s)", list, compiler, connection)

    def _as(self, words: str, one: Any, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        if not self.rhs:
            raise EmptyResultSet
        column, params = self.process_lhs(compiler, connection)
        put = (
            Place(self.rhs.name, lambda ids, _: one(sorted(ids)))
            if isinstance(self.rhs, Slots)
            else one(sorted(self.rhs))
        )
        return words.format(column), (*params, put)
