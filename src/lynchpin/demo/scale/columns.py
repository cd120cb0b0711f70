"""What each column of a copied row holds, told from the models, so that a new record is copied without being named here.

A copy's ids are its original's plus a stride, copy by copy, so that every reference to a copied row moves alike. Ids of
colleagues move only when a colleague's caseload is full. References are new ones. Everything else stays as it was lived.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from lynchpin.kernel.models import Governed

STRIDE = 1_000_000  # from a row to its copy; every id of the lived region is below it
ROOTS = ("people.Resident", "people.Family", "people.Home", "frontdoor.Referral", "profiles.FamilyProfile")
STAFF, ACCOUNT = "organisations.Staff", "organisations.Account"
REFERENCE_LENGTH = 12
YOUNGER_BY_AT_MOST = 300  # days

# Numbers that are ids without saying so: (model, column) -> whose id it is, empty for one that is not copied
IDS: Mapping[tuple[str, str], str] = {
    ("frontdoor.Candidate", "profile_id"): "profiles.FamilyProfile",
    ("frontdoor.Referral", "link_id"): "",
    ("profiles.FactContest", "profile_id"): "profiles.FamilyProfile",
    ("casework.Goal", "began_as_id"): "casework.Goal",
    ("casework.GoalRating", "thread_id"): "casework.Goal",
    ("casework.EarlierWording", "row_id"): "casework.Contact",
}

Value = Callable[[str], str]  # a column of the original, as SQL -> what stands in its copy `n`


def _named(part: str, shown: str = "new") -> Value:
    """The name of a copy, or the old one where it is not a name of the region."""
    found = f"select {shown} from copied_name as named where named.part = '{part}' and named.copy = n and named.old = "
    return lambda column: f"coalesce(({found}{column}), {column})"


def _younger(column: str) -> str:
    return f"{column} - (n % {YOUNGER_BY_AT_MOST})::int"


def _flat(column: str) -> str:
    return f"case when {column} = '' then '' else left('Flat ' || n || ', ' || {column}, 240) end"


def _own_key(column: str) -> str:
    """As `people.names.home_key` writes the address above."""
    return f"case when {column} = '' then '' else left('flat ' || n || ' ' || {column}, 260) end"


def _own_mail(column: str) -> str:
    return f"case when {column} = '' then '' else n || '.' || {column} end"


def _digest(column: str) -> str:
    return f"case when {column} = '' then '' else md5({column} || n) end"


def _former(column: str) -> str:
    return f"case when {column} = '' then '' else left({column} || '-' || n, 60) end"


def _not_kept(column: str) -> str:
    return "''"


BY_NAME: Mapping[str, Value] = {
    "forename": _named("forename"),
    "surname": _named("surname"),
    "told_name": _named("whole"),
    "about_name": _named("whole"),
    "birth_date": _younger,
    "told_birth_date": _younger,
    "address": _flat,
    "told_address": _flat,
    "uprn": _not_kept,
    "email": _own_mail,
    "told_email": _own_mail,
    "family_key": _digest,
    "person_key": _digest,
    "former_reference": _former,
}
BY_COLUMN: Mapping[tuple[str, str], Value] = {
    ("people.Resident", "search_key"): lambda _column: (
        f"trim({_named('forename', 'folded')('t.forename')} || ' ' || {_named('surname', 'folded')('t.surname')})"
    ),
    ("people.Home", "key"): _own_key,
    ("organisations.Staff", "name"): _named("whole"),
    ("organisations.Account", "email"): _own_mail,
    ("organisations.Account", "is_demo"): lambda _column: "false",
    # one colleague may be the worker of several copies, and is on one visit at a time: those of the others have ended
    ("casework.LoneVisit", "ended_at"): lambda column: f"coalesce({column}, t.due_at)",
    ("casework.LoneVisit", "ended_by"): lambda column: moved_colleague(f"coalesce({column}, t.worker_id)"),
    # nobody has released a copy's family for review yet: how many are is limited by hand
    ("frontdoor.Candidate", "state"): lambda column: (
        f"case when {column} = 'released' then 'withheld' else {column} end"
    ),
}


class NotUnderstood(Exception):
    """A column that cannot be copied until somebody says above what it holds."""


def lived() -> list[type[models.Model]]:
    """Every model whose rows belong to a person, a referral or a family, each after those that it points at."""
    found = {apps.get_model(label) for label in ROOTS}
    governed = [model for model in apps.get_models() if issubclass(model, Governed)]
    while more := {model for model in governed if model not in found and _points_at(model) & found}:
        found |= more
    return _in_order(found)


def colleagues() -> list[type[models.Model]]:
    """Accounts, colleagues, and what is only about them."""
    staff, about = apps.get_model(STAFF), set(lived())
    governed = (model for model in apps.get_models() if issubclass(model, Governed) and model not in about)
    return _in_order({apps.get_model(ACCOUNT), staff, *(each for each in governed if staff in _points_at(each))})


def _points_at(model: type[models.Model]) -> set[Any]:
    return {field.related_model for field in model._meta.concrete_fields if field.related_model}


def _in_order(found: Iterable[type[models.Model]]) -> list[type[models.Model]]:
    waiting, ordered = sorted(found, key=lambda model: model._meta.label), []
    while waiting:
        ready = [each for each in waiting if not (_points_at(each) - {each}) & set(waiting)]
        ordered += ready
        waiting = [each for each in waiting if each not in ready]
    return ordered


def moved(column: str) -> str:
    """The id of the same row in copy `n`."""
    return f"{column} + n * {STRIDE}"


def moved_colleague(column: str) -> str:
    """The id of the colleague who carries copy `n`: each carries as many copies as there is room for."""
    return f"{column} + (n / (select carries from copied_colleague as c where c.id = {column})) * {STRIDE}"


def renewed(column: str) -> str:
    """The new reference where the column holds the reference of a copied row."""
    found = f"select new from copied_reference as r where r.copy = n and r.old = {column}"
    return f"coalesce(({found}), {column})"


@dataclass(frozen=True, slots=True)
class Shape:
    """A model's table, its columns, and what each holds in copy `n` of a row `t`."""

    table: str
    columns: tuple[str, ...]
    values: tuple[str, ...]

    def copying(self, source: str) -> str:
        """The statement that copies; `source` says which rows `t` and which copies `n`."""
        names = ", ".join(f'"{column}"' for column in self.columns)
        return f'insert into "{self.table}" ({names}) select {", ".join(self.values)} from {source}'


def shape(model: type[models.Model], among: Iterable[type[models.Model]], **instead: str) -> Shape:
    """How a model's rows are copied together with those of the models `among`; `instead` says some columns in SQL."""
    together = frozenset(among)
    fields = model._meta.concrete_fields
    values = (instead.get(str(field.column)) or _value(model, field, together) for field in fields)
    return Shape(model._meta.db_table, tuple(str(field.column) for field in fields), tuple(values))


def _value(model: type[models.Model], field: Any, together: frozenset[type[models.Model]]) -> str:
    column, label = f't."{field.column}"', model._meta.label
    if field.primary_key or field.related_model in together:
        return moved(column)
    special = BY_COLUMN.get((label, field.name)) or BY_NAME.get(field.name)
    if special is not None:
        return special(column)
    if field.related_model is not None:
        return moved_colleague(column) if field.related_model._meta.label == STAFF else column
    if isinstance(field, models.BigIntegerField):
        return _id(label, field, column, together)
    if isinstance(field, models.UUIDField):
        return "gen_random_uuid()"
    is_reference = isinstance(field, models.CharField) and field.max_length == REFERENCE_LENGTH and not field.choices
    return renewed(column) if is_reference else column


def _id(label: str, field: Any, column: str, together: frozenset[type[models.Model]]) -> str:
    """A number that points at a row without a key: at a colleague by its name, at anything else as `IDS` says."""
    if apps.get_model(STAFF) in together:
        return column  # who granted or recorded it for the first colleague did so for the others
    if field.name.endswith("_by") or field.name in ("by_staff", "staff_id"):
        return moved_colleague(column)
    try:
        return moved(column) if IDS[label, field.name] else column
    except KeyError:
        raise NotUnderstood(f"{label}.{field.name}: say in {__name__}.IDS whose id it is") from None
