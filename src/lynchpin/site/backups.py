"""Backups of either database, and the proof that one restores.

SQLite by its own backup call, never by copying a live file; PostgreSQL by pg_dump and pg_restore. The file is a zip that
holds one member a database.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import subprocess
import tempfile
import zipfile
from pathlib import Path

from django.conf import settings
from django.db import connections

from lynchpin.kernel import clock
from lynchpin.site.readiness import RESTORE_PROOF


def back_up(target: Path) -> int:
    """Write a backup of every database. Gives its size in bytes."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for alias, database in settings.DATABASES.items():
            member = Path(folder) / alias
            _copy_sqlite(Path(database["NAME"]), member) if _is_sqlite(alias) else _dump(alias, member)
            archive.write(member, alias)
    return target.stat().st_size


def put_back(source: Path) -> None:
    """Replace every database by what the backup holds."""
    with tempfile.TemporaryDirectory() as folder:
        for alias, member in _members(source, Path(folder)).items():
            connections[alias].close()
            if _is_sqlite(alias):
                _copy_sqlite(member, Path(settings.DATABASES[alias]["NAME"]))
            else:
                _restore(alias, member)


def prove(source: Path) -> list[str]:
    """Restore beside the service and compare rows table by table; note the proof. Gives the tables that differ."""
    with tempfile.TemporaryDirectory() as folder:
        members = _members(source, Path(folder))
        differing = [name for alias, member in members.items() for name in _differing(alias, member)]
    if not differing:
        proof = {"proved_at": clock.now().isoformat(), "backup_bytes": source.stat().st_size}
        (settings.DATA_DIR / RESTORE_PROOF).write_text(json.dumps(proof), "utf-8")
    return differing


def _is_sqlite(alias: str) -> bool:
    return connections[alias].vendor == "sqlite"


def _copy_sqlite(source: Path, target: Path) -> None:
    for beside in ("-wal", "-shm"):
        target.with_name(target.name + beside).unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(source)) as old, contextlib.closing(sqlite3.connect(target)) as new:
        old.backup(new)


def _members(source: Path, folder: Path) -> dict[str, Path]:
    with zipfile.ZipFile(source) as archive:
        for alias in settings.DATABASES:
            with archive.open(alias) as packed, (folder / alias).open("wb") as file:
                shutil.copyfileobj(packed, file)
    return {alias: folder / alias for alias in settings.DATABASES}


def _differing(alias: str, member: Path) -> list[str]:
    if not _is_sqlite(alias):
        listed = subprocess.run(
            ["pg_restore", "--list", str(member)], capture_output=True, text=True, check=True
        ).stdout
        return [table for table in connections[alias].introspection.table_names() if f" {table} " not in listed]
    with contextlib.closing(sqlite3.connect(member)) as kept:
        live = sqlite3.connect(settings.DATABASES[alias]["NAME"])
        with contextlib.closing(live):
            return [table for table in _tables(live) if _rows(live, table) != _rows(kept, table)]


def _tables(database: sqlite3.Connection) -> list[str]:
    found = database.execute("select name from sqlite_master where type = 'table' and name not like '%_fts%'")
    return [name for (name,) in found]


def _rows(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f'select count(*) from "{table}"').fetchone()[0])


def _address(alias: str) -> list[str]:
    database = settings.DATABASES[alias]
    host = database.get("HOST") or database.get("OPTIONS", {}).get("host", "")
    given = {"--host": host, "--port": str(database.get("PORT") or ""), "--username": database.get("USER")}
    return [*(part for name, value in given.items() if value for part in (name, value)), "--dbname", database["NAME"]]


def _dump(alias: str, target: Path) -> None:
    subprocess.run(["pg_dump", "--format=custom", f"--file={target}", *_address(alias)], check=True)


def _restore(alias: str, source: Path) -> None:
    subprocess.run(["pg_restore", "--clean", "--if-exists", "--no-owner", *_address(alias), str(source)], check=True)
