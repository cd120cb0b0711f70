"""The trail of copied records: each says of a copy what its original's says, with the ids and references of the copy."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lynchpin.demo.scale.columns import STRIDE, Shape, moved, moved_colleague
from lynchpin.kernel.models import AuditEvent

# what facts of the trail are called that hold ids: of copied rows, and of colleagues
OF_ROWS = ("case", "resident")
OF_COLLEAGUES = ("worker", "owner", "holder", "staff", "proposed")
A_REFERENCE = '"[A-Z]-....-...."'
WHO_IS_NAMED = ", ".join(f"'{name}'" for name in (*OF_ROWS, "referral"))


def _facts() -> str:
    """The facts of copy `n`, one by one."""
    number = "jsonb_typeof(f.value) = 'number' and f.key in"
    row, colleague = moved("f.value::bigint"), moved_colleague("f.value::bigint")
    new = "select to_jsonb(r.new) from copied_reference as r where r.copy = n and r.old = f.value #>> '{}'"
    value = (
        f"case when {number} {OF_ROWS} then to_jsonb({row}) when {number} {OF_COLLEAGUES} then to_jsonb({colleague})"
        f" when jsonb_typeof(f.value) = 'string' then coalesce(({new}), f.value) else f.value end"
    )
    names_ids = (
        f"t.facts ?| array[{', '.join(map(repr, (*OF_ROWS, *OF_COLLEAGUES)))}] or t.facts::text ~ '{A_REFERENCE}'"
    )
    return f"case when {names_ids} then (select jsonb_object_agg(f.key, {value}) from jsonb_each(t.facts) as f) else t.facts end"


def _shape(**changed: str) -> Shape:
    columns = tuple(str(field.column) for field in AuditEvent._meta.concrete_fields)
    instead = {"id": moved("t.id"), "subject_id": moved("t.subject_id"), **changed}
    return Shape(AuditEvent._meta.db_table, columns, tuple(instead.get(column, f't."{column}"') for column in columns))


def _beside_staff(column: str) -> str:
    """An id that moves as the colleague's who did it: their account, their assignment."""
    return f"{column} + (n / (select carries from copied_colleague as c where c.id = t.staff_id)) * {STRIDE}"


def _whoever(column: str) -> str:
    return f"case when t.staff_id is null then {column} else {_beside_staff(column)} end"


def statements(lived: Iterable[Any], colleagues: Iterable[Any], copies: int) -> Iterator[tuple[str, str]]:
    """What is copied, by name: what was done with people's records, then how colleagues came."""
    done = _shape(
        staff_id=moved_colleague("t.staff_id"),
        user_id=_whoever("t.user_id"),
        assignment_id=_whoever("t.assignment_id"),
        facts=_facts(),
    )
    about = f"t.subject in ({_labels(lived)}) or (t.subject = '' and t.facts ?| array[{WHO_IS_NAMED}])"
    source = f"kernel_auditevent as t cross join generate_series(1, {copies}) as n"
    yield "records of what was done", done.copying(f"{source} where t.id < {STRIDE} and ({about})")
    joined = "kernel_auditevent as t join copied_colleague as c on c.id = t.subject_id"
    times = f"cross join lateral generate_series(1, {copies} / c.carries) as n"
    hired = f"{joined} {times} where t.id < {STRIDE} and t.subject = 'organisations.Staff'"
    yield "records of how colleagues came", _shape().copying(hired)


def _labels(models: Iterable[Any]) -> str:
    return ", ".join(f"'{model._meta.label}'" for model in models)


def totals(copies: int, counted: Iterable[tuple[int, Any]]) -> Iterator[str]:
    """What runs and their files counted, so many times over. `counted` are a run's id and its counts."""
    for run_id, counts in counted:
        told = json.dumps(_times(counts, copies + 1))
        yield f"update profiles_profilerun set counts = '{told}' where id = {run_id}"
    rows = ("rows_read", "rows_accepted", "rows_unchanged", "rows_quarantined")
    yield f"update profiles_extract set {', '.join(f'{row} = {row} * {copies + 1}' for row in rows)}"


def _times(counts: Any, times: int) -> Any:
    if isinstance(counts, dict):
        return {name: _times(value, times) for name, value in counts.items()}
    return counts * times if isinstance(counts, int) else counts
