"""How many copies of the region each colleague carries, so that caseloads fill up and none goes over its limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps

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
    joined = (
        of_account if label == columns.ACCOUNT else f"join copied_colleague as c on c.id = {_whose(model, colleagues)}"
    )
    times = f"cross join lateral generate_series(1, {copies} / c.carries) as n"
    return columns.shape(model, colleagues, **_others(model, copies)).copying(f"{table} {joined} {times}")


def _whose(model: Any, colleagues: Iterable[Any]) -> str:
    """The colleague whose row it is, as SQL; what belongs to a row of a colleague's is copied as often as that."""
    if model._meta.label == columns.STAFF:
        return "t.id"
    beside = {apps.get_model(columns.STAFF), apps.get_model(columns.ACCOUNT), model}
    owners = [field for field in model._meta.concrete_fields if field.related_model in {*colleagues} - beside]
    if not owners:
        return f't."{_colleagues(model)[0].column}"'
    column = _colleagues(owners[0].related_model)[0].column
    return f'(select o."{column}" from "{owners[0].related_model._meta.db_table}" as o where o.id = t."{owners[0].column}")'


def _others(model: Any, copies: int) -> dict[str, str]:
    """Further colleagues whom a row names: the same copy of each, or their last where they carry more and are copied less."""
    if model._meta.label == columns.STAFF:
        return {}
    return {str(field.column): _as_far_as_copied(f't."{field.column}"', copies) for field in _colleagues(model)}


def _as_far_as_copied(column: str, copies: int) -> str:
    carried = f"(select o.carries from copied_colleague as o where o.id = {column})"
    return f"{column} + least(n, {copies} / {carried}) * {columns.STRIDE}"


def _colleagues(model: Any) -> list[Any]:
    """Columns that name a colleague."""
    return [f for f in model._meta.concrete_fields if f.related_model and f.related_model._meta.label == columns.STAFF]
