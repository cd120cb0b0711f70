"""The facts of the machine that a figure was measured on."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import time
from pathlib import Path
from statistics import median

from lynchpin.site.benches.processes import run

GIGABYTE = 1024**3
TEN_MILLION = 10_000_000


def facts() -> str:
    """Cores, memory, processor, and the versions that matter, in one line."""
    told = (
        f"{len(os.sched_getaffinity(0))} cores",
        f"{memory():.0f} GB",
        processor(),
        platform.system(),
        f"Python {platform.python_version()}",
        f"SQLite {sqlite3.sqlite_version}",
        postgresql(),
    )
    return ", ".join(told)


def load() -> float:
    """How many processes wanted a core, on average over the last minute."""
    return os.getloadavg()[0]


def pace() -> float:
    """Seconds in which one core counts to ten million, the middle one of three: a rented core is not always as fast."""
    return median(_counting() for _ in range(3))


def _counting() -> float:
    began, counted = time.perf_counter(), 0
    for each in range(TEN_MILLION):
        counted += each
    return time.perf_counter() - began


def memory() -> float:
    """Memory of the machine in gigabytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIGABYTE


def processor() -> str:
    """The processor's name as the system tells it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text("utf-8").splitlines() if told.is_file() else []
    named = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def postgresql() -> str:
    """The version of PostgreSQL's programs."""
    if not shutil.which("pg_dump"):
        return "no PostgreSQL"
    return "PostgreSQL " + run(["pg_dump", "--version"]).split()[2]
