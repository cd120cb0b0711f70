"""What strong agreeing signs settle before any pair is scored: records with one name and birth date that share something personal.

Most records of a person are copies of one another. Settled first, they are compared once instead of pair by pair, and what each
knows (an earlier address, a second telephone, a number) is compared together (PERFORMANCE 3: larger gains come from fewer records)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from lynchpin_vrp.engine import Engine, Step
from lynchpin_vrp.link.components import labels

MANY = 20  # records; a value seen less often cannot crowd anything
MOST_BIRTH_DAYS = {"nhs_number": 4, "nino": 4, "upn": 4, "phone": 12, "email": 12, "dwelling": 40}

# Whole signs as numbers: equal numbers are compared far quicker than equal texts. A dwelling is its UPRN or its house in a postcode.
DWELLING = "coalesce(hash('uprn', uprn), hash('house', postcode, house))"
SIGNS = {
    "postcode": "postcode",
    "sector": "substr(postcode, 1, length(postcode) - 2)",
    "dwelling": DWELLING,
    "place": "hash('house', postcode, house)",
} | {name: name for name in ("phone", "email", "nhs_number", "nino", "upn")}
PLACED = {
    "sector": "postcode is not null",
    "dwelling": "uprn is not null or postcode is not null and house is not null",
    "place": "postcode is not null and house is not null",
}

# One name and one whole birth date. A year alone, an initial or a missing part settles nothing.
SURE = (
    "birth_day is not null and forename is not null and surname is not null and length(forename) > 1 and not year_only"
)


def steps() -> tuple[Step, ...]:
    """From `comparable` to `crowded` (sign, value) and `signs`: what each record is known by, as numbers."""
    return (CROWDED, _signs())


def _crowds() -> str:
    """Values that too many people have to tell anybody: a switchboard, 9999999999, a hostel (found by many birth days)."""
    parts = [
        f"""select '{sign}' as sign, hash('{sign}', value) as value from (select {SIGNS[sign]} as value, birth_day from comparable
            where {PLACED.get(sign, f"{sign} is not null")}) group by value having count(*) >= {MANY} and count(distinct birth_day) > {most}"""
        for sign, most in MOST_BIRTH_DAYS.items()
    ]
    return " union all ".join(parts)


CROWDED = Step("set aside what too many share", ("comparable",), "crowded", _crowds())


def _signs() -> Step:
    columns = [
        f"case when {PLACED.get(sign, f'{sign} is not null')} then hash('{sign}', {value}) end as {sign}"
        for sign, value in SIGNS.items()
    ]
    shared = [sign for sign in SIGNS if sign not in MOST_BIRTH_DAYS]
    own = [f"case when {sign}_crowd.value is null then told.{sign} end as {sign}" for sign in MOST_BIRTH_DAYS]
    joins = " ".join(
        f"left join crowded as {sign}_crowd on {sign}_crowd.sign = '{sign}' and {sign}_crowd.value = told.{sign}"
        for sign in MOST_BIRTH_DAYS
    )
    return Step(
        "note what each record is known by",
        ("comparable", "crowded"),
        "signs",
        f"""with told as (select uid, {SURE} as sure, hash(birth_day, forename) as one, case when surname is not null then hash(surname) end as named,
                case sex when 'F' then 1 when 'M' then 2 end as sex, {", ".join(columns)} from comparable)
            select uid, sure, one, named, sex, {", ".join(f"told.{sign}" for sign in shared)}, {", ".join(own)},
                case when sure and told.postcode is not null then (hash(one, named, told.postcode) >> 1)::bigint else uid end as look
            from told {joins}""",
    )


# Records of one look are one already. Looks of one name and birth date that share a telephone, an e-mail or a number are one, too;
# with a number the surname may differ, as it does after a marriage.
TIES = Step(
    "find looks that share something personal",
    ("signs",),
    "ties",
    """with tied as (
            select look, hash(1, one, named, phone) as tie from signs where sure and phone is not null
            union all select look, hash(2, one, named, email) from signs where sure and email is not null
            union all select look, hash(3, one, nhs_number) from signs where sure and nhs_number is not null
            union all select look, hash(4, one, nino) from signs where sure and nino is not null
            union all select look, hash(5, one, upn) from signs where sure and upn is not null),
        once as (select distinct look, tie from tied),
        firsts as (select tie, min(look) as first from once group by tie having count(*) > 1)
        select distinct look, first from once join firsts using (tie) where look != first""",
)

SETTLED = Step(
    "settle what is certain",
    ("signs", "same_looks"),
    "settled",
    """with grouped as (select uid, coalesce(same, look) as grp from signs left join same_looks using (look)),
            firsts as (select grp, min(uid) as entity from grouped group by grp)
        select uid, entity from grouped join firsts using (grp)""",
)


def settle(engine: Engine, scratch: Path) -> None:
    """Make `settled` (uid, entity): records of one entity are one person beyond doubt. An entity is known by its lowest record."""
    engine.take(*steps(), TIES)
    tied = engine.arrays("select look, first from ties")
    looks, same = labels(tied["look"], tied["first"])
    keep_arrays(engine, "same_looks", {"look": looks, "same": same}, scratch)
    engine.take(SETTLED)


def keep_arrays(engine: Engine, table: str, columns: dict[str, np.ndarray], scratch: Path) -> None:
    """Arrays as a table, by way of a file: DuckDB 2.0.0 must not scan Arrow tables (PERFORMANCE 7)."""
    file = scratch / f"{table}.parquet"
    pq.write_table(pa.table(columns), file)
    engine.take(Step(f"keep {table.replace('_', ' ')}", (), table, f"select * from read_parquet('{file}')"))
