"""Copies a lived region until it is as large as a benchmark needs: colleagues first, then people and all that is theirs, then the trail."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple
from typing import Any

from lynchpin.demo.households import form_families
from lynchpin.demo.scale import carrying, columns, contacts, trail
from lynchpin.demo.scale.database import keep, number, rows, run, written_freely
from lynchpin.demo.scale.naming import Pool, renamings
from lynchpin.demo.scale.sizes import Scale
from lynchpin.kernel import references

Say = Callable[[str], None]

TABLES = (
    "create temporary table copied_colleague (id bigint primary key, carries int) on commit drop",
    "create temporary table copied_name (part text, old text, copy int, new text, folded text,"
    " primary key (part, copy, old)) on commit drop",
    "create temporary table copied_reference (old text, copy int, new text, primary key (old, copy)) on commit drop",
)
SURNAMES = "select surname, bool_or(known) from ({}) as told group by surname order by 1"
FORENAMES = "select forename, max(sex), bool_or(known) from ({}) as told group by forename order by 1"
TOLD = (  # a partner's file may misspell a name: only those of people known to the service are handed on
    "select forename, surname, sex, true as known from people_resident"
    " union all select forename, surname, sex, false from profiles_linkedperson"
)
WHOLES = (
    "select told_name from frontdoor_referral union select about_name from safeguarding_concern"
    " union select name from organisations_staff order by 1"
)


def copy(scale: Scale, say: Say) -> None:
    """Copy the region until it has as many cases and contacts as the scale says; once it has, do nothing.

    Raises `PermissionError` in a database that is not a demo's own.
    """
    copies = scale.copies_of(number("select count(*) from casework_case"))
    if not copies:
        return
    say(f"gathered: {form_families()} relatives of the people walked with")
    began = time.perf_counter()
    with written_freely():
        written = _copy(scale, copies, say)
    seconds = time.perf_counter() - began
    say(f"copied: {copies} times; {written:,} rows in {seconds:,.0f} s, {written / seconds:,.0f} a second")


def _copy(scale: Scale, copies: int, say: Say) -> int:
    lived, colleagues = columns.lived(), columns.colleagues()
    _meet_more_often(scale, copies)
    _must_be_below_stride((*lived, *colleagues))
    _prepare(copies, (*lived, *colleagues))
    written = sum(
        _told(say, name, sql)
        for name, sql in (
            *((model._meta.label, carrying.copying(model, colleagues, copies)) for model in colleagues),
            *((model._meta.label, columns.shape(model, lived).copying(_every(model, copies))) for model in lived),
            *trail.statements(lived, colleagues, copies),
        )
    )
    for sql in (*trail.totals(copies, _counted()), *_sequences((*lived, *colleagues))):
        run(sql)
    return written


def _counted() -> list[tuple[int, Any]]:
    return [(key, json.loads(counts)) for key, counts in rows("select id, counts::text from profiles_profilerun")]


def _meet_more_often(scale: Scale, copies: int) -> None:
    kept, spread = rows(contacts.COUNTED)[0]
    for sql in contacts.more(contacts.times(scale.contacts // (copies + 1), kept, spread)):
        run(sql)


def _every(model: Any, copies: int) -> str:
    return f'"{model._meta.db_table}" as t cross join generate_series(1, {copies}) as n'


def _must_be_below_stride(models: Iterable[Any]) -> None:
    for model in models:
        if number(f'select max(id) from "{model._meta.db_table}"') >= columns.STRIDE:
            raise OverflowError(f"{model._meta.label} has more rows than a region that is copied may have")


def _prepare(copies: int, models: Sequence[Any]) -> None:
    """Who carries what, what everybody is called, and which reference stands for which, in each copy."""
    for table in TABLES:
        run(table)
    keep("copied_colleague", "bigint, int", carrying.carries(copies))
    named = renamings(_pools(), _texts(WHOLES), copies)
    keep("copied_name", "text, text, int, text, text", map(astuple, named))
    keep("copied_reference", "text, int, text", _drawn(_references(models), copies))
    for name in ("copied_colleague", "copied_name", "copied_reference"):
        run(f"analyze {name}")


def _pools() -> Iterator[Pool]:
    """Surnames, and the forenames of each sex as far as it was told."""
    surnames = rows(SURNAMES.format(TOLD))
    yield Pool("surname", [name for name, _ in surnames], [name for name, known in surnames if known])
    forenames = rows(FORENAMES.format(TOLD))
    for one in sorted({sex for _, sex, _ in forenames}):
        names = [(name, known) for name, sex, known in forenames if sex == one]
        given = [name for name, known in names if known] or [name for name, _ in names]
        yield Pool("forename", [name for name, _ in names], given)


def _texts(sql: str) -> list[str]:
    return [text for (text,) in rows(sql)]


def _references(models: Iterable[Any]) -> list[str]:
    named = (model for model in models if any(f.name == "reference" and f.unique for f in model._meta.concrete_fields))
    return [text for model in named for text in _texts(f'select reference from "{model._meta.db_table}"')]


def _drawn(old: Sequence[str], copies: int) -> Iterator[tuple[str, int, str]]:
    """A new reference for each one in each copy, drawn as the service draws them."""
    taken = set(old)
    for reference in old:
        for number_of_copy in range(1, copies + 1):
            while (new := references.draw(reference[0])) in taken:
                pass
            taken.add(new)
            yield reference, number_of_copy, new


def _sequences(models: Iterable[Any]) -> Iterator[str]:
    """New ids go on after the largest one."""
    for table in (*(model._meta.db_table for model in models), "kernel_auditevent"):
        yield f"select setval(pg_get_serial_sequence('\"{table}\"', 'id'), greatest(max(id), 1)) from \"{table}\""


def _told(say: Say, name: str, sql: str) -> int:
    began = time.perf_counter()
    written = run(sql)
    seconds = max(time.perf_counter() - began, 0.001)
    if written:
        say(f"copied: {written:,} {name}, {written / seconds:,.0f} a second")
    return written
