"""What strong agreeing signs settle before any pair is scored: records with one name and birth date that share something personal.

Most records of a person are copies of one another. Settled first, they are compared once instead of pair by pair, and what each
knows (an earlier address, a second telephone, a number) is compared together (PERFORMANCE 3: larger gains come from fewer records)."""

from __future__ import annotations

import tempfile

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from lynchpin_vrp.engine import Act, Engine, Step
from lynchpin_vrp.link import signs
from lynchpin_vrp.link.components import labels

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

CERTAIN = Step(
    "settle what is certain",
    ("signs", "same_looks"),
    "certain",
    """with grouped as (select uid, coalesce(same, look) as grp from signs left join same_looks using (look)),
            firsts as (select grp, min(uid) as entity from grouped group by grp)
        select uid, entity from grouped join firsts using (grp)""",
)


def same_looks(engine: Engine) -> None:
    """Make `same_looks` (look, same): which looks are one, told by the lowest of them."""
    tied = engine.arrays("select look, first from ties")
    looks, same = labels(tied["look"], tied["first"])
    keep_arrays(engine, "same_looks", {"look": looks, "same": same})


def steps() -> tuple[Step | Act, ...]:
    """From `comparable` to `certain` (uid, entity), which nobody was asked about: records of one entity are one person beyond doubt.

    An entity is known by its lowest record."""
    return (*signs.steps(), TIES, Act("keep same looks", ("ties",), "same_looks", same_looks), CERTAIN)


def keep_arrays(engine: Engine, table: str, columns: dict[str, NDArray[np.int64]]) -> None:
    """Whole numbers as a table, by way of a file: DuckDB 2.0.0 must not scan Arrow tables (PERFORMANCE 7)."""
    held = [pa.Array.from_buffers(pa.int64(), len(told), [None, pa.py_buffer(told)]) for told in columns.values()]
    with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
        # Built from their bytes: to look at an array as such, Arrow would first import pandas, for a second.
        pq.write_table(pa.Table.from_arrays(held, names=list(columns)), file.name, compression="none")
        engine.take(Step(f"keep {table.replace('_', ' ')}", (), table, f"select * from read_parquet('{file.name}')"))
