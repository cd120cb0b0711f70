"""The checks a pack passes before it is believed: each cell, each row, each key, and every link to another file."""

from collections.abc import Iterator, Mapping

from lynchpin.reference.columns import Column, Kind
from lynchpin.reference.faults import Fault
from lynchpin.reference.rows import Row

OTHER_LANGUAGE = {"en": "cy", "cy": "en"}


def check_rows(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> Iterator[Fault]:
    """What is wrong with one file, without looking at any other."""
    for row in rows:
        yield from _cell_faults(columns, row)
        yield from _language_faults(columns, row)
        yield from _date_faults(columns, row)
    yield from _repeated_keys(rows)


def follow_links(tables: Mapping[str, tuple[Column, ...]], contents: Mapping[str, tuple[Row, ...]]) -> Iterator[Fault]:
    """The links that lead nowhere. A file the pack leaves out has no keys, so every link into it is a fault."""
    keys = {name: {row.key for row in contents[name]} for name in tables}
    for name, rows in contents.items():
        for column in (column for column in tables[name] if column.kind is Kind.LINK):
            yield from _broken(column, rows, keys[column.target])


def _broken(column: Column, rows: tuple[Row, ...], keys: set[str]) -> Iterator[Fault]:
    for row in rows:
        for entry in column.entries(row[column.name]):
            if entry not in keys:
                yield Fault(
                    "no_such_key",
                    row.file,
                    row.line,
                    column.name,
                    entry,
                    f"{column.target}.csv",
                )


def _cell_faults(columns: tuple[Column, ...], row: Row) -> Iterator[Fault]:
    for column in columns:
        if code := column.why_not(row[column.name]):
            yield Fault(code, row.file, row.line, column.name, row[column.name])


def _language_faults(columns: tuple[Column, ...], row: Row) -> Iterator[Fault]:
    for column in columns:
        other = _other_language(column.name)
        if other in row and row[other] and not row[column.name] and not column.needed:
            yield Fault("one_language", row.file, row.line, column.name)


def _other_language(name: str) -> str:
    stem, _, language = name.rpartition("_")
    return f"{stem}_{OTHER_LANGUAGE[language]}" if language in OTHER_LANGUAGE else ""


def _date_faults(columns: tuple[Column, ...], row: Row) -> Iterator[Fault]:
    sound = {column.name for column in columns if column.kind is Kind.DAY and not column.why_not(row[column.name])}
    for stem in ("valid", "period"):
        first, last = f"{stem}_from", f"{stem}_to"
        if {first, last} <= sound and row[first] and row[last] and row[last] < row[first]:
            yield Fault("ends_first", row.file, row.line, last, row[last])


def _repeated_keys(rows: tuple[Row, ...]) -> Iterator[Fault]:
    seen: set[str] = set()
    for row in rows:
        if row.key in seen:
            yield Fault("key_twice", row.file, row.line, "key", row.key)
        seen.add(row.key)
