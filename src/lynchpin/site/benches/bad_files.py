"""Partners' files with the faults that real ones have, of any size, made by the engine itself and about nobody."""

from __future__ import annotations

from pathlib import Path

import duckdb

COLUMNS = (
    "record_id",
    "forename",
    "surname",
    "birth_date",
    "sex",
    "address",
    "postcode",
    "phone",
    "nhs_number",
    "updated_on",
)
FACT = "arrears_weeks"
# A row by its number i. Three in a hundred are at fault: a day that was never, a day in another order, a name too long.
GOOD = {
    "record_id": "'R' || i",
    "forename": "['Mali', 'Ann-Mair', 'Siân', 'Owen', 'Dai'][1 + i % 5] || ' ' || chr(65 + (i % 26)::int)",
    "surname": "['Rees', 'Davies', 'ap Gwilym', 'Price'][1 + i % 4]",
    "birth_date": "(date '1925-01-01' + (i * 7919 % 36500)::int)::varchar",
    "sex": "if(i % 2 = 0, 'F', 'M')",
    "address": "(i % 211) || ' Heol ' || (i // 422)",
    "postcode": "'CF' || (10 + i % 89) || ' ' || (i % 9) || 'AA'",
    "phone": "'07' || lpad((i * 104729 % 1000000000)::varchar, 9, '0')",
    "nhs_number": "(4000000000 + i)::varchar",
    "updated_on": "(date '2026-10-01' + (i % 25)::int)::varchar",
    FACT: "(i % 12)::varchar",
}
FAULTS = {
    "birth_date": "if(i % 100 = 7, '2015-02-30', {good})",
    "updated_on": "if(i % 100 = 37, '03/04/2016', {good})",
    "forename": "if(i % 100 = 71, repeat('x', 101), {good})",
}


def write_file(path: Path, rows: int, **other: str) -> Path:
    """Write `rows` rows as CSV; `other` is SQL by which a column is made instead, in which `{good}` is how it is made else."""
    made = ", ".join(f"{other.get(name, '{good}').format(good=good)} as {name}" for name, good in GOOD.items())
    with duckdb.connect() as engine:
        engine.execute(
            f"copy (select {made} from range({rows}) as t(i)) to '{path}' (header, delimiter ',')"
        ).fetchall()
    return path


def of_the_first(rows: int, value: str) -> str:
    """SQL by which the first `rows` rows hold one value."""
    return f"if(i < {rows}, '{value}', {{good}})"
