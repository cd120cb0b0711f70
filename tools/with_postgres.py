"""Runs a command with DATABASE_URL pointing at a throwaway PostgreSQL, which is gone when the command ends.

python tools/with_postgres.py COMMAND [ARGUMENT ...]
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path


def binaries() -> Path:
    """The newest installed PostgreSQL server's programs; PGBIN chooses another."""
    if chosen := os.environ.get("PGBIN"):
        return Path(chosen)
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not found:
        sys.exit("No PostgreSQL server is installed: install the package postgresql, then run this again.")
    return found[-1]


@contextlib.contextmanager
def throwaway_postgres() -> Iterator[str]:
    """The address of a server on a socket of its own; no port is opened."""
    programs = binaries()
    root = Path(tempfile.mkdtemp(prefix="pg"))  # a short path: sockets stop at 107 bytes
    owner: dict[str, object] = {}
    if os.geteuid() == 0:  # initdb refuses root
        shutil.chown(root, "nobody", "nogroup")
        owner = {"user": "nobody", "group": "nogroup", "extra_groups": []}

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(programs / program), *arguments],
            check=True,
            cwd=root,
            stdout=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "HOME": str(root)},
            **owner,  # type: ignore[call-overload]
        )

    run("initdb", "-D", f"{root}/d", "-U", "app", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    settings = f"-c listen_addresses='' -c unix_socket_directories={root}"
    settings += " -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c jit=off"
    settings += (
        " -c autovacuum_naptime=10s -c autovacuum_vacuum_cost_delay=0"  # tests undo what they did: it is swept away
    )
    run("pg_ctl", "-D", f"{root}/d", "-w", "-l", f"{root}/log", "-o", settings, "start")
    try:
        yield f"postgresql://app@/postgres?host={root}"
    finally:
        run("pg_ctl", "-D", f"{root}/d", "-m", "immediate", "stop")
        shutil.rmtree(root, ignore_errors=True)


def main() -> int:
    with throwaway_postgres() as address:
        return subprocess.run(sys.argv[1:], env={**os.environ, "DATABASE_URL": address}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
