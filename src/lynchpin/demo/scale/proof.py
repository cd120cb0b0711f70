"""Proves that a database holds together: every key, check, uniqueness and sequence that PostgreSQL knows, asked of every row."""

from __future__ import annotations

from collections.abc import Iterator

from lynchpin.demo.scale.database import number, rows

KEYS = """
select c.conname, c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text, b.attname
from pg_constraint as c
join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
join pg_attribute as b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
where c.contype = 'f' order by 1
"""
CHECKS = """
select conname, conrelid::regclass::text, pg_get_expr(conbin, conrelid)
from pg_constraint where contype = 'c' and conrelid <> 0 and connamespace = 'public'::regnamespace order by 1
"""
UNIQUE = """
select i.indexrelid::regclass::text, i.indrelid::regclass::text, coalesce(pg_get_expr(i.indpred, i.indrelid), 'true'),
  array_to_string(array(select pg_get_indexdef(i.indexrelid, k, true) from generate_series(1, i.indnkeyatts) as k), '|')
from pg_index as i join pg_class as t on t.oid = i.indrelid
where i.indisunique and t.relnamespace = 'public'::regnamespace order by 1
"""
SEQUENCES = """
select table_name, pg_get_serial_sequence(quote_ident(table_name), column_name)
from information_schema.columns
where table_schema = 'public' and is_identity = 'YES' and column_name = 'id' order by 1
"""


def faults() -> Iterator[str]:
    """What does not hold, by name and with how many rows; nothing when all is well."""
    for name, sql in _questions():
        if found := number(sql):
            yield f"{name}: {found}"


def held() -> int:
    """How many things are asked."""
    return sum(1 for _ in _questions())


def _questions() -> Iterator[tuple[str, str]]:
    """Each rule of the database, and a question that counts the rows that break it."""
    for name, table, column, other, key in rows(KEYS):
        there = f'select 1 from {other} as o where o."{key}" = t."{column}"'
        yield name, f'select count(*) from {table} as t where t."{column}" is not null and not exists ({there})'
    for name, table, condition in rows(CHECKS):
        yield name, f"select count(*) from {table} where not ({condition})"
    for name, table, where, told in rows(UNIQUE):
        columns = told.split("|")
        known = " and ".join(f"{column} is not null" for column in columns)
        groups = f"select 1 from {table} where ({where}) and {known} group by {', '.join(columns)} having count(*) > 1"
        yield name, f"select count(*) from ({groups}) as doubled"
    for table, sequence in rows(SEQUENCES):
        yield sequence, f'select count(*) from "{table}" where id > (select last_value from {sequence})'
