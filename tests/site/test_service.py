"""A service as its operator runs it: processes of its own, a database of its own, backed up, damaged and put back."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from lynchpin.site import backups
from lynchpin.site.benches.processes import descendants, free_port, program, runs, seconds_until

pytestmark = pytest.mark.slow
SECRET = "only-a-test-needs-this-one-and-it-is-fifty-signs-long"


class Service:
    """An empty service on the kind of database that the suite runs on, in a data folder of its own."""

    def __init__(self, folder: Path, address: str = "") -> None:
        self.folder, self.address = folder, address
        given = {"LYNCHPIN_DATA_DIR": str(folder), "LYNCHPIN_SECRET_KEY": SECRET}
        given["DATABASE_URL"] = address or f"sqlite:///{folder}/lynchpin.sqlite3"
        self.environment = {**os.environ, **given}

    @property
    def name(self) -> str:
        """The name of its database on the server."""
        return self.address.split("/")[3].split("?")[0]

    def lynchpin(self, *words: object, told: str = "") -> tuple[int, str]:
        """Exit code and what was printed."""
        command = [program("lynchpin"), *map(str, words)]
        done = subprocess.run(
            command,
            env=self.environment,
            input=told,
            capture_output=True,
            text=True,
            check=False,
            start_new_session=True,
        )
        return done.returncode, done.stdout + done.stderr

    def say(self, statement: str) -> list[tuple]:
        """One statement in the database, behind the service's back."""
        if not self.address:
            with sqlite3.connect(self.folder / "lynchpin.sqlite3") as database:
                return database.execute(statement).fetchall()
        with psycopg.connect(self.address) as database:
            found = database.execute(statement)
            return found.fetchall() if found.description else []


@pytest.fixture(scope="module")
def prepared(tmp_path_factory, django_db_setup):
    """A service with the reference pack loaded and nobody at work: each test gets a copy."""
    made = Service(tmp_path_factory.mktemp("prepared"), *address_of("service_prepared"))
    create(made)
    assert made.lynchpin("migrate", "--quiet") == (0, "")
    assert made.lynchpin("reference", "load")[0] == 0
    yield made
    drop(made)


@pytest.fixture
def service(prepared, tmp_path):
    copy = Service(shutil.copytree(prepared.folder, tmp_path / "data"), *address_of("service_copy"))
    create(copy, like=prepared)
    yield copy
    drop(copy)


def address_of(name: str) -> tuple[str, ...]:
    """The address of a PostgreSQL database beside the suite's own; none for SQLite, which is in the data folder."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        return ()
    with on_server() as server:
        return (f"postgresql://{server.info.user}@/{name}_{os.getpid()}?host={server.info.host}",)


def create(service: Service, like: Service | None = None) -> None:
    if service.address:
        with on_server() as server:
            server.execute(f"create database {service.name}" + (f" template {like.name}" if like else ""))


def drop(service: Service) -> None:
    if service.address:
        with on_server() as server:
            server.execute(f"drop database {service.name} with (force)")


def on_server() -> psycopg.Connection:
    return psycopg.connect(backups._address("default", "postgres"), autocommit=True)


AREAS = "select count(*) from places_area"


def test_a_backup_is_proved_and_brings_back_what_was_lost(service, tmp_path):
    file = tmp_path / "kept.zip"
    rows = service.folder / "feeds" / "education" / "rows.parquet"
    rows.parent.mkdir(parents=True)
    rows.write_bytes(b"rows")
    whole = service.say(AREAS)
    assert service.lynchpin("backup", file)[0] == 0
    assert service.lynchpin("restore", file, "--prove") == (0, "The backup restores whole.\n")
    assert (service.folder / "restore-proof.json").is_file()

    service.say("delete from places_zonearea")
    rows.unlink()
    code, said = service.lynchpin("restore", file, "--prove")
    assert code == 1 and "places_zonearea" in said
    assert service.say("select count(*) from places_zonearea") == [(0,)], "proving changes nothing"

    assert service.lynchpin("restore", file)[0] == 0
    assert service.say("select count(*) from places_zonearea") != [(0,)]
    assert service.say(AREAS) == whole
    assert rows.read_bytes() == b"rows"
    assert service.lynchpin("restore", file, "--prove")[0] == 0


def test_a_damaged_backup_is_refused_and_changes_nothing(service, tmp_path):
    file = tmp_path / "kept.zip"
    service.lynchpin("backup", file)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    code, said = service.lynchpin("restore", file)
    assert code == 1 and "Nothing was changed." in said
    assert service.say(AREAS) != [(0,)]


def test_a_database_that_cannot_be_read_at_all_is_put_back(service, tmp_path):
    file = tmp_path / "kept.zip"
    service.lynchpin("backup", file)
    if not service.address:
        (service.folder / "lynchpin.sqlite3").write_bytes(b"x" * 50_000)
    else:
        service.say("drop schema public cascade")
        service.say("create schema public")
    assert service.lynchpin("restore", file)[0] == 0
    assert service.say(AREAS) != [(0,)]


def test_the_first_account_is_made_once_and_with_a_password_that_is_hard_to_guess(service):
    first = ("account", "first", "first@example.org", "First Person", "--organisation", "rhondda_cynon_taf")
    code, said = service.lynchpin(*first, told="password1\n")
    assert code == 1 and "too short" in said
    assert service.lynchpin(*first, told="a quiet green valley\n")[0] == 0
    assert service.say("select count(*) from organisations_roleassignment") == [(2,)]
    code, said = service.lynchpin(*first, told="a quiet green valley\n")
    assert code == 1 and "There are colleagues already" in said


def test_an_organisation_that_is_not_there_gets_no_first_account(service):
    first = ("account", "first", "first@example.org", "First Person", "--organisation", "atlantis")
    code, said = service.lynchpin(*first, told="a quiet green valley\n")
    assert code == 1 and "Check how it is spelled." in said
    assert service.say("select count(*) from organisations_account") == [(0,)]


@pytest.fixture
def serving(service):
    """The service being served, and where."""
    port = free_port()
    command = [program("lynchpin"), "serve", "--port", str(port)]
    child = subprocess.Popen(command, env=service.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield child, port
    child.kill()
    child.wait()


def left_after_term(child: subprocess.Popen) -> list[int]:
    """Tell a service to end; gives what it started and did not end."""
    started = descendants(child.pid)
    assert len(started) >= 4, "pages, a worker of theirs, jobs, and what is due by the clock"
    child.send_signal(signal.SIGTERM)
    assert child.wait(40) == 0
    return [process for process in started if runs(process)]


def test_serving_ends_on_term_with_nothing_left_running(serving):
    child, port = serving
    seconds_until(child, port, "/readyz", within=60)
    assert left_after_term(child) == []


def test_serving_that_is_ended_while_it_starts_leaves_nothing_running_either(serving):
    child, _port = serving
    while len(descendants(child.pid)) < 4 and child.poll() is None:
        time.sleep(0.02)
    assert left_after_term(child) == []
