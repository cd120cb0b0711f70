"""Four writers at once on a throwaway database of each kind: is anything lost, is anything locked?"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lynchpin.site.benches import Measurement
from lynchpin.site.benches.processes import run, under
from lynchpin.site.environment import ROOT

LINE = "Four writers of 200 use cases each lose nothing and are never told that the database is locked, on SQLite and on PostgreSQL."
ALONE = (sys.executable, "-m", "lynchpin.site.benches.four_writers")
BESIDE_POSTGRESQL = (sys.executable, str(ROOT / "tools" / "with_postgres.py"))


def measure() -> Measurement:
    """Let them write on SQLite, then on PostgreSQL when a server is installed."""
    found = [f"SQLite: {told(written())}"]
    found.append(
        f"PostgreSQL: {told(written(*BESIDE_POSTGRESQL))}" if has_postgresql() else "PostgreSQL is not installed"
    )
    return Measurement(LINE, "lynchpin bench writers", "; ".join(found), "SQLite waits for the disk at every commit.")


def written(*before: str) -> dict[str, Any]:
    """What four writers in a process of their own, on a database of their own, said of it."""
    with TemporaryDirectory() as folder:
        return json.loads(run([*under({"LYNCHPIN_DATA_DIR": folder}), *before, *ALONE]).splitlines()[-1])


def told(counts: dict[str, Any]) -> str:
    return "{calls} calls, {lost} lost, {locked} locked, {a_second:.0f} a second".format_map(counts)


def has_postgresql() -> bool:
    return any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
