"""Backups of either database and of partners' kept files, and the proof that one restores.

A backup is a zip: a member for each database, named after its alias and kind, and the kept files under `feeds/`. SQLite is
copied by its own backup call, never as a live file; PostgreSQL by pg_dump and pg_restore. Restore while nothing is served.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connections
from psycopg import sql
from psycopg.conninfo import make_conninfo

from lynchpin.kernel import clock
from lynchpin.profiles.file_store import KEPT, LISTED, WAITING
from lynchpin.site.readiness import RESTORE_PROOF

FILES = "feeds"  # partners' rows: a run reads those that were accepted, and no database holds them
DJANGOS_OWN = ("pool", "isolation_level", "server_side_binding", "assume_role")  # options that are not PostgreSQL's
Counts = dict[str, int]


def back_up(target: Path) -> int:
    """Write a backup of every database and kept file. Gives its size in bytes."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for alias in settings.DATABASES:
            member = Path(folder) / alias
            _copy_sqlite(_sqlite_file(alias), member) if _is_sqlite(alias) else _dump(alias, member)
            archive.write(member, _member_name(alias))
        for file in sorted((settings.DATA_DIR / FILES).rglob("*")):
            if file.suffix in (KEPT, WAITING, LISTED):
                _put_in(archive, file)
    return target.stat().st_size


def _put_in(archive: zipfile.ZipFile, file: Path) -> None:
    """Put a file of a feed in; one that waited may be accepted, or sent back, in this very moment."""
    for now in (file, file.with_suffix(KEPT)):
        with contextlib.suppress(FileNotFoundError):
            archive.write(now, now.relative_to(settings.DATA_DIR))
            return


def is_whole(source: Path) -> bool:
    """Whether a file is an undamaged backup of this kind of database."""
    try:
        with zipfile.ZipFile(source) as archive:
            names = set(archive.namelist())
            return archive.testzip() is None and all(_member_name(alias) in names for alias in settings.DATABASES)
    except (OSError, zipfile.BadZipFile):
        return False


def put_back(source: Path) -> None:
    """Replace every database by what the backup holds, and put kept files back."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    with _members(source) as members:
        for alias, member in members.items():
            connections[alias].close()
            _replace_sqlite(alias, member) if _is_sqlite(alias) else _restore(alias, member)
    with zipfile.ZipFile(source) as archive:
        archive.extractall(settings.DATA_DIR, [name for name in archive.namelist() if name.startswith(f"{FILES}/")])


def prove(source: Path) -> list[str]:
    """Restore beside the service and compare rows table by table; note the proof. Gives the tables that differ."""
    with _members(source) as members:
        differing = [table for alias, member in members.items() for table in _differing(alias, member)]
    if not differing:
        proof = {"proved_at": clock.now().isoformat(), "backup_bytes": source.stat().st_size}
        (settings.DATA_DIR / RESTORE_PROOF).write_text(json.dumps(proof), "utf-8")
    return differing


def _member_name(alias: str) -> str:
    return f"{alias}.{connections[alias].vendor}"


@contextlib.contextmanager
def _members(source: Path) -> Iterator[dict[str, Path]]:
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(source) as archive:
        yield {alias: Path(archive.extract(_member_name(alias), folder)) for alias in settings.DATABASES}


def _differing(alias: str, member: Path) -> list[str]:
    live, kept = (_sqlite_counts if _is_sqlite(alias) else _postgresql_counts)(alias, member)
    return sorted(table for table in live.keys() | kept.keys() if live.get(table) != kept.get(table))


# SQLite


def _is_sqlite(alias: str) -> bool:
    return connections[alias].vendor == "sqlite"


def _sqlite_file(alias: str) -> Path:
    return Path(settings.DATABASES[alias]["NAME"])


def _copy_sqlite(source: Path, target: Path) -> None:
    with contextlib.closing(sqlite3.connect(source)) as old, contextlib.closing(sqlite3.connect(target)) as new:
        old.backup(new)


def _replace_sqlite(alias: str, member: Path) -> None:
    """Put a whole file in the place of another, so that a damaged one need not be readable."""
    target = _sqlite_file(alias)
    waiting = target.with_name(f"{target.name}.restoring")
    waiting.unlink(missing_ok=True)
    _copy_sqlite(member, waiting)
    for beside in ("-wal", "-shm"):
        target.with_name(target.name + beside).unlink(missing_ok=True)
    waiting.replace(target)


def _sqlite_counts(alias: str, member: Path) -> tuple[Counts, Counts]:
    return _rows_in(_sqlite_file(alias)), _rows_in(member)


def _rows_in(file: Path) -> Counts:
    with contextlib.closing(sqlite3.connect(file)) as database:
        found = database.execute("select name from sqlite_master where type = 'table' and name not like '%_fts%'")
        tables = [name for (name,) in found]
        return {name: database.execute(f'select count(*) from "{name}"').fetchone()[0] for name in tables}


# PostgreSQL


def _postgresql_counts(alias: str, member: Path) -> tuple[Counts, Counts]:
    """Rows of the live database, and of the backup restored into a database of its own, which is dropped again."""
    beside = f"{settings.DATABASES[alias]['NAME']}_proof"
    with psycopg.connect(_address(alias), autocommit=True) as live:
        live.execute(sql.SQL("create database {}").format(sql.Identifier(beside)))
        try:
            _restore(alias, member, beside)
            with psycopg.connect(_address(alias, beside)) as kept:
                return _rows_of(live), _rows_of(kept)
        finally:
            live.execute(sql.SQL("drop database {}").format(sql.Identifier(beside)))


def _rows_of(database: psycopg.Connection) -> Counts:
    tables = [name for (name,) in database.execute("select tablename from pg_tables where schemaname = 'public'")]
    return {name: _rows(database, name) for name in tables}


def _rows(database: psycopg.Connection, table: str) -> int:
    found = database.execute(sql.SQL("select count(*) from {}").format(sql.Identifier(table))).fetchone()
    return found[0] if found else 0


def _dump(alias: str, target: Path) -> None:
    with _address_for_programs(alias) as address:
        subprocess.run(["pg_dump", "--format=custom", f"--file={target}", f"--dbname={address}"], check=True)


def _restore(alias: str, source: Path, database: str = "") -> None:
    """All of it or nothing: what was there stays when the backup cannot be restored."""
    with _address_for_programs(alias, database) as address:
        whole = ["--clean", "--if-exists", "--no-owner", "--single-transaction"]
        subprocess.run(["pg_restore", *whole, f"--dbname={address}", str(source)], check=True)


def _address(alias: str, database: str = "", passfile: str = "") -> str:
    """The connection text of a database, or of another one on the same server; with a passfile, the password stands there."""
    told = settings.DATABASES[alias]
    options = {name: value for name, value in told.get("OPTIONS", {}).items() if name not in DJANGOS_OWN}
    where = {"host": told.get("HOST"), "port": told.get("PORT"), "user": told.get("USER")}
    secret = {"passfile": passfile} if passfile else {"password": told.get("PASSWORD")}
    given = options | {name: value for name, value in (where | secret).items() if value}
    return make_conninfo(**{name: str(value) for name, value in given.items()}, dbname=database or str(told["NAME"]))


@contextlib.contextmanager
def _address_for_programs(alias: str, database: str = "") -> Iterator[str]:
    """The same with the password in a file that only we may read: others on the machine see a program's arguments."""
    with tempfile.TemporaryDirectory() as folder:
        passfile = Path(folder) / "password"
        passfile.touch(mode=0o600)
        password = str(settings.DATABASES[alias].get("PASSWORD") or "").replace("\\", "\\\\").replace(":", "\\:")
        passfile.write_text(f"*:*:*:*:{password}\n", "utf-8")
        yield _address(alias, database, str(passfile))
