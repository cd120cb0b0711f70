"""More contacts in the cases of the lived region, spread between the first and the latest, until there are as many as wanted."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Any

from lynchpin.casework.models import Contact
from lynchpin.demo.scale.columns import Shape
from lynchpin.kernel.models import AuditEvent

STEP = 100_000  # from a contact to the next one made of it: nine of them stay below the stride of copies
MOST = 9
# only where somebody was met, for tries are limited by a person's peace; and only in cases that went on for some days
BETWEEN = (
    "select case_id, min(at) as first_at, max(at) as last_at from casework_contact where kind <> 'no-reply'"
    " group by case_id having max(at) > min(at) + interval '2 days'"
)
SOURCE = f"casework_contact as t join ({BETWEEN}) as w on w.case_id = t.case_id and t.kind <> 'no-reply'"
PLACE = "((t.id * 7919 + n * 104729) % 9973) / 9973.0"  # from 0 to 1: spread, and the same each time
DAY = f"date_trunc('day', w.first_at + (w.last_at - w.first_at) * {PLACE})"
AT = f"least(w.last_at, greatest(w.first_at, {DAY} + interval '9 hours' + ((t.id * 13 + n * 97) % 420) * interval '1 minute'))"
COUNTED = f"select (select count(*) from casework_contact), (select count(*) from {SOURCE})"


def times(wanted: int, kept: int, spread: int) -> int:
    """How many contacts are made of each that can be, so that there are as many as wanted."""
    return min(max(ceil((wanted - kept) / spread), 0), MOST) if spread else 0


def more(number: int) -> tuple[str, str]:
    """The statements that make so many contacts of each, and keep in the trail who recorded them."""
    changed = {
        "id": f"t.id + n * {STEP}",
        "client_id": "gen_random_uuid()",
        "at": AT,
        "recorded_at": f"{AT} + t.minutes * interval '1 minute'",
    }
    recorded = {"id": f"t.id + n * {STEP}", "subject_id": f"t.subject_id + n * {STEP}", "at": "made.recorded_at"}
    series = f"generate_series(1, {number}) as n"
    trail = (
        f"kernel_auditevent as t cross join {series}"
        f" join casework_contact as made on made.id = t.subject_id + n * {STEP}"
        f" where t.subject = '{Contact._meta.label}' and t.id < {STEP}"
    )
    return (
        _shape(Contact, changed).copying(f"{SOURCE} cross join {series}"),
        _shape(AuditEvent, recorded).copying(trail),
    )


def _shape(model: Any, changed: Mapping[str, str]) -> Shape:
    names = tuple(str(field.column) for field in model._meta.concrete_fields)
    return Shape(model._meta.db_table, names, tuple(changed.get(name, f't."{name}"') for name in names))
