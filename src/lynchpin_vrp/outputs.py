"""The tables a run writes, with their fixed columns, each hashed whatever the order of its rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lynchpin_vrp.contract import FACTS, Refused
from lynchpin_vrp.engine import Act, Engine
from lynchpin_vrp.link import LINKS, LINKS_READ

LINK_TABLES = ("records", "persons", "people", "links", "doubts", "decisions", "families", "second_homes", "quarantine")
FACT_TABLES = ("facts", "contributions", "scores")
# All that facts and scores are made from: no name, address, birth date, telephone or identifier but the agency's own record_id.
EVIDENCE_TABLES = ("evidence", "dwelt", "members", "arrivals")
# Points leave as exact decimals; inside they are whole hundredths.
PERSON, FAMILY = (f"printf('{letter}%012X', {{}})" for letter in "PF")  # inside they are whole numbers


def _person(column: str = "person_id") -> str:
    return f"{PERSON.format(column)} as person_id"


def _family(column: str = "family_id") -> str:
    return f"{FAMILY.format(column)} as family_id"


@dataclass(frozen=True, slots=True)
class Output:
    """A table that a run writes: the query of its rows, and the tables of the run that the query reads."""

    sql: str
    reads: tuple[str, ...]


OUTPUTS = {
    "records": Output(
        """select feed, record_id, line, forename, middle_names, surname, birth_date, sex, address, postcode, uprn, phone, email,
        updated_on from stacked""",
        ("stacked",),
    ),
    "persons": Output(
        f"select {_person()}, feed, record_id from persons join comparable using (uid)", ("persons", "comparable")
    ),
    # The rows of the latest names and the latest homes are looked up in one pass over all that was sent.
    "people": Output(
        f"""with looked_up as (select latest_uid as uid from people union select latest_uid from homes),
            sent as materialized (select uid, forename, surname, address, postcode, uprn from stacked semi join looked_up using (uid))
        select {_person("people.person_id")}, {_family()}, people.role, told.forename, told.surname, people.birth_date, age,
        case people.sex when 1 then 'F' when 2 then 'M' end as sex, records, nhs_numbers, upns,
        homes.since as home_since, seen.address, seen.postcode, seen.uprn
        from people join families using (person_id) join sent as told on told.uid = people.latest_uid
            left join homes using (person_id) left join sent as seen on seen.uid = homes.latest_uid""",
        ("people", "families", "stacked", "homes"),
    ),
    "links": Output(LINKS, LINKS_READ),
    "doubts": Output("select * from doubts", ("doubts",)),
    "decisions": Output("select * from decisions", ("decisions",)),
    "families": Output(f"select {_family()}, {_person()}, role from families", ("families",)),
    "second_homes": Output(f"select {_family()}, {_person()}, since, until from second_homes", ("second_homes",)),
    "quarantine": Output('select feed, line, "column", value_kind, reason from quarantine', ("quarantine",)),
    "evidence": Output(
        f"select {_person()}, feed, record_id, observed_on, {', '.join(FACTS)} from evidence", ("evidence",)
    ),
    "dwelt": Output(f"select {_person()}, feed, record_id, since, until from dwelt", ("dwelt",)),
    "members": Output(
        f"select {_family()}, {_person()}, families.role, age from families join people using (person_id)",
        ("families", "people"),
    ),
    "arrivals": Output("select feed, rows_accepted, latest_on, facts from arrivals", ("arrivals",)),
    "facts": Output(
        f"select {_family()}, {_person()}, factor, value, evidence_date, feed, record_id from facts", ("facts",)
    ),
    "contributions": Output(
        f"""select {_family()}, kind, factor, axis, domain, cast(full_points / 100 as decimal(8, 2)) as full_points,
        cast(decay / 100 as decimal(3, 2)) as decay, cast(points / 100 as decimal(8, 2)) as points,
        cast(points_if_removed / 100 as decimal(8, 2)) as points_if_removed,
        evidence_date, feed, {_person()}, record_id from contributions""",
        ("contributions",),
    ),
    "scores": Output(f"select * replace ({_family()}) from scores", ("scores",)),
}


def read_manifest(out: Path) -> dict[str, Any]:
    """The manifest of a finished run; raises `Refused` where there is none."""
    try:
        return json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError as fault:
        raise Refused("run_missing") from fault


def writing(names: Sequence[str], folder: Path) -> tuple[Act, ...]:
    """Steps that write each table as `<name>.parquet` into a folder that exists, each when what it needs is there."""
    return tuple(_writing(name, folder) for name in names)


def _writing(name: str, folder: Path) -> Act:
    return Act(f"write {name}", OUTPUTS[name].reads, f"written_{name}", lambda engine: _write(engine, name, folder))


def written_hashes(engine: Engine, names: Sequence[str]) -> dict[str, str]:
    """A hash of the rows of each table that was written, whatever their order."""
    return {name: engine.fetch(f"select hash from written_{name}")[0][0] for name in names}


def _write(engine: Engine, name: str, folder: Path) -> None:
    """Write a table, and make `written_<name>` (hash) of its rows."""
    file = str(folder / f"{name}.parquet").replace("'", "''")
    engine.fetch(f"copy ({OUTPUTS[name].sql}) to '{file}' (format parquet, compression lz4_raw)")
    rows, told = engine.fetch(_hashed(engine, file))[0]
    engine.note(f"write {name}", rows)
    hashed = hashlib.sha256(f"{name} {rows} {told}".encode()).hexdigest()
    engine.fetch(f"create or replace table written_{name} as select '{hashed}' as hash")


def _hashed(engine: Engine, written: str) -> str:
    """The rows of a file and the sum of their hashes: the same for the same rows in any order, and quicker than sorting them."""
    columns = ", ".join(
        f'"{column}"' for column, *_ in engine.fetch(f"describe select * from read_parquet('{written}')")
    )
    return f"select count(*), coalesce(sum(hash({columns})::hugeint), 0) from read_parquet('{written}')"
