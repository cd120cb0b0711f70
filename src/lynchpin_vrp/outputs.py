"""The tables a run writes, with their fixed columns, each sorted and hashed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from lynchpin_vrp.contract import FACTS
from lynchpin_vrp.engine import Engine

# Each output as a query over the run's own tables. Points leave as exact decimals; inside they are whole hundredths.
LINK_TABLES = ("records", "persons", "people", "links", "families", "second_homes", "quarantine")
FACT_TABLES = ("facts", "contributions", "scores")
# All that facts and scores are made from: no name, address, birth date, telephone or identifier but the agency's own record_id.
EVIDENCE_TABLES = ("evidence", "dwelt", "members", "arrivals")
QUERIES = {
    "records": """select feed, record_id, line, forename, middle_names, surname, birth_date, sex, address, postcode, uprn, phone, email,
        updated_on from stacked""",
    "persons": "select person_id, feed, record_id from persons",
    "people": """select person_id, family_id, people.role, people.forename, people.surname, people.birth_date, age, people.sex, records,
        homes.since as home_since, last_seen.address, last_seen.postcode, last_seen.uprn
        from people join families using (person_id) left join homes using (person_id)
            left join (select person_id, dwelling, arg_max(address, (updated_on, uid)) as address,
                    arg_max(postcode, (updated_on, uid)) as postcode,
                    arg_max(uprn, (updated_on, uid)) as uprn
                from persons join stacked using (uid) join dwellings using (uid) group by person_id, dwelling) as last_seen
            on last_seen.person_id = homes.person_id and last_seen.dwelling = homes.dwelling""",
    "links": "select * from links",
    "families": "select family_id, person_id, role from families",
    "second_homes": "select family_id, person_id, since, until from second_homes",
    "quarantine": 'select feed, line, "column", value_kind, reason from quarantine',
    "evidence": f"select person_id, feed, record_id, observed_on, {', '.join(FACTS)} from evidence",
    "dwelt": "select person_id, feed, record_id, since, until from dwelt",
    "members": "select family_id, person_id, families.role, age from families join people using (person_id)",
    "arrivals": "select feed, rows_accepted, latest_on, facts from arrivals",
    "facts": "select family_id, person_id, factor, value, evidence_date, feed, record_id from facts",
    "contributions": """select family_id, kind, factor, axis, domain, cast(full_points / 100 as decimal(8, 2)) as full_points,
        cast(decay / 100 as decimal(3, 2)) as decay, cast(points / 100 as decimal(8, 2)) as points,
        cast(points_if_removed / 100 as decimal(8, 2)) as points_if_removed,
        evidence_date, feed, person_id, record_id from contributions""",
    "scores": "select * from scores",
}


HASHED = """select count(*), md5(coalesce(string_agg(told, '' order by told), ''))
    from (select md5(written::varchar) as told from ({query}) as written)"""


def write_tables(engine: Engine, names: Sequence[str], folder: Path) -> dict[str, str]:
    """Write each table sorted by all its columns as `<name>.parquet`; gives a hash of each one's rows."""
    folder.mkdir()
    return {name: _write(engine, name, folder) for name in names}


def _write(engine: Engine, name: str, folder: Path) -> str:
    file = str(folder / f"{name}.parquet").replace("'", "''")
    engine.fetch(f"copy ({QUERIES[name]} order by all) to '{file}' (format parquet, compression zstd)")
    rows, told = engine.fetch(HASHED.format(query=QUERIES[name]))[0]
    engine.note(f"write {name}", rows)
    return hashlib.sha256(f"{name} {rows} {told}".encode()).hexdigest()
