"""How many copies of the region each colleague carries, so that caseloads fill up and none goes over its limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lynchpin.casework.queries.headroom import headroom
from lynchpin.demo.scale import columns
from lynchpin.demo.scale.database import rows
from lynchpin.demo.staffing import DOMAIN
from lynchpin.site.commands import acting_as

BESIDE_CASES = 20  # copies that a colleague carries who holds no cases


def carries(copies: int) -> Iterator[tuple[int, int]]:
    """Each colleague with how many copies they carry, the lived region among them: as many as they have room for."""
    asker = acting_as(f"central-support@{DOMAIN}", "casework.read_headroom")
    room = {worker.staff_id: worker.limit // worker.load for worker in headroom(asker) if worker.load}
    for (staff_id,) in rows("select id from organisations_staff order by id"):
        yield staff_id, min(max(room.get(staff_id, BESIDE_CASES), 1), copies + 1)


def copying(model: Any, colleagues: Iterable[Any], copies: int) -> str:
    """The statement that copies what is about colleagues, as often as there are copies that others must carry."""
    label, table = model._meta.label, f'"{model._meta.db_table}" as t'
    of_account = "join organisations_staff as s on s.account_id = t.id join copied_colleague as c on c.id = s.id"
    joined = of_account if label == columns.ACCOUNT else f"join copied_colleague as c on c.id = {_whose(model)}"
    times = f"cross join lateral generate_series(1, {copies} / c.carries) as n"
    return columns.shape(model, colleagues).copying(f"{table} {joined} {times}")


def _whose(model: Any) -> str:
    """The column that says whose row it is."""
    if model._meta.label == columns.STAFF:
        return "t.id"
    fields = model._meta.concrete_fields
    return next(f't."{f.column}"' for f in fields if f.related_model and f.related_model._meta.label == columns.STAFF)
