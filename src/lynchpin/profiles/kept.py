"""The pseudonymous evidence of the newest approved run, so that a change of the scoring can be tried before it is approved.

No name, address, birth date or number of a person is in it, and an agency's own record numbers are replaced by their order. It is
of the run's population only, lies in the data folder, and goes with its run."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from lynchpin.profiles import workspaces
from lynchpin.profiles.workspaces import KEPT
from lynchpin_vrp import EVIDENCE_TABLES

# Families of the population, and the people and records in them. Order is kept: profiling settles ties by it.
OF_POPULATION = {
    "members": "select * from told semi join places using (family_id)",
    "evidence": "select told.* replace (ordered.record_id as record_id) from told join ordered on "
    "(told.feed, told.record_id) = (ordered.feed, ordered.told_id) semi join people using (person_id)",
    "dwelt": "select told.* replace (ordered.record_id as record_id) from told join ordered on "
    "(told.feed, told.record_id) = (ordered.feed, ordered.told_id) semi join people using (person_id)",
    "arrivals": "select * from told",
}
ORDERED = """create table ordered as select feed, record_id as told_id,
    lpad(row_number() over (partition by feed order by record_id)::varchar, 10, '0') as record_id
    from (select feed, record_id from read_parquet($evidence) union select feed, record_id from read_parquet($dwelt))"""


def folder_of(reference: str) -> Path:
    return workspaces.folder_of(reference) / KEPT


def is_kept(reference: str) -> bool:
    """Whether a run's evidence is there to try a change on."""
    return (folder_of(reference) / "evidence.parquet").is_file()


def keep(folder: Path, places: Mapping[str, str]) -> None:
    """Put aside what a finished run in `folder` saw of the families in `places` (family -> cluster, or nothing outside all).

    A run without facts has nothing to keep."""
    out, to = folder / "out", folder / KEPT
    if not (out / "evidence.parquet").is_file():
        return
    to.mkdir(exist_ok=True)
    pq.write_table(
        pa.table({"family_id": pa.array(places, pa.string()), "area": pa.array(places.values(), pa.string())}),
        to / "places.parquet",
    )
    _copy(out, to)
    shutil.copyfile(out / "manifest.json", to / "manifest.json")


def keep_only(*references: str) -> None:
    """Remove the kept evidence of every other run."""
    for folder in workspaces.every_folder():
        if folder.name not in references:
            forget(folder.name)


def forget(reference: str) -> None:
    """Remove one run's kept evidence."""
    shutil.rmtree(folder_of(reference), ignore_errors=True)


def _copy(out: Path, to: Path) -> None:
    tables = {name: str(out / f"{name}.parquet") for name in EVIDENCE_TABLES}
    with duckdb.connect() as engine:
        engine.execute("create table places as from read_parquet(?)", [str(to / "places.parquet")]).fetchall()
        engine.execute(
            "create table people as select person_id from read_parquet(?) semi join places using (family_id)",
            [tables["members"]],
        ).fetchall()
        engine.execute(ORDERED, {name: tables[name] for name in ("evidence", "dwelt")}).fetchall()
        for name, sql in OF_POPULATION.items():
            engine.execute(f"create or replace view told as from read_parquet('{_quoted(tables[name])}')").fetchall()
            engine.execute(
                f"copy ({sql} order by all) to '{_quoted(str(to / name))}.parquet' (format parquet)"
            ).fetchall()


def _quoted(path: str) -> str:
    return path.replace("'", "''")
