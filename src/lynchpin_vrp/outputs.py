"""The tables a run writes, with their fixed columns, each sorted and hashed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from lynchpin_vrp.contract import FACTS
from lynchpin_vrp.engine import Engine

# Each output as a query over the run's own tables. Points leave as exact decimals; inside they are whole hundredths.
LINK_TABLES = ("records", "persons", "people", "links", "doubts", "decisions", "families", "second_homes", "quarantine")
FACT_TABLES = ("facts", "contributions", "scores")
# All that facts and scores are made from: no name, address, birth date, telephone or identifier but the agency's own record_id.
EVIDENCE_TABLES = ("evidence", "dwelt", "members", "arrivals")
QUERIES = {
    "records": """select feed, record_id, line, forename, middle_names, surname, birth_date, sex, address, postcode, uprn, phone, email,
        updated_on from stacked""",
    "persons": "select person_id, feed, record_id from persons",
    "people": """select person_id, family_id, people.role, people.forename, people.surname, people.birth_date, age, people.sex, records,
        homes.since as home_since, seen.address, seen.postcode, seen.uprn
        from people join families using (person_id) left join homes using (person_id)
            left join stacked as seen on seen.uid = homes.latest_uid""",
    "links": "select * from links",
    "doubts": "select * from doubts",
    "decisions": "select * from decisions",
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


def write_tables(engine: Engine, names: Sequence[str], folder: Path) -> dict[str, str]:
    """Write each table as `<name>.parquet`; gives a hash of each one's rows, whatever their order."""
    folder.mkdir()
    return {name: _write(engine, name, folder) for name in names}


def _write(engine: Engine, name: str, folder: Path) -> str:
    written = str(folder / f"{name}.parquet").replace("'", "''")
    engine.fetch(f"copy ({QUERIES[name]}) to '{written}' (format parquet, compression zstd)")
    rows, told = engine.fetch(f"{_hashed(engine, written)}")[0]
    engine.note(f"write {name}", rows)
    return hashlib.sha256(f"{name} {rows} {told}".encode()).hexdigest()


def _hashed(engine: Engine, written: str) -> str:
    """The rows of a file and the sum of their hashes: the same for the same rows in any order, and quicker than sorting them."""
    columns = ", ".join(
        f'"{column}"' for column, *_ in engine.fetch(f"describe select * from read_parquet('{written}')")
    )
    return f"select count(*), coalesce(sum(hash({columns})::hugeint), 0) from read_parquet('{written}')"
