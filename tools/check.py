"""Every check that reads the code without running the service: format, lint, types, import contracts, migrations, house tests.

Runs all of them, prints one line each, and exits 1 when any failed. When none did, it writes what they found into
`docs/reference/measurements.md`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import house

from lynchpin.site.benches import page
from lynchpin.site.commands.bench import BENCHES

BIN = Path(sys.executable).parent
MEASUREMENTS = house.ROOT / "docs/reference/measurements.md"

CHECKS = {  # the longest first, as they run side by side
    "house tests": ["pytest", "-q", "tests/house"],
    "types": ["mypy"],
    "format": ["ruff", "format", "--check", "-q", "src", "tests", "tools"],
    "lint": ["ruff", "check", "-q", "src", "tests", "tools"],
    "templates": ["djlint", "--lint", "--quiet", "src"],
    "import contracts": ["lint-imports", "--no-cache"],
    "system check": ["python", "-m", "django", "check", "--fail-level", "WARNING"],
    "migrations": ["python", "-m", "django", "makemigrations", "--check", "--dry-run"],
}


def run(name: str, command: list[str]) -> str | None:
    """Run one check and print its line. Gives what it said, or nothing when it failed: then that is printed too."""
    began = time.perf_counter()
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        capture_output=True,
        text=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "lynchpin.site.settings"},
        check=False,
    )
    verdict = "ok" if done.returncode == 0 else "FAILED"
    print(f"{name:18} {verdict:7} {time.perf_counter() - began:5.1f} s", flush=True)
    if done.returncode:
        print(done.stdout[-8000:], done.stderr[-4000:], sep="\n", flush=True)
    return done.stdout if done.returncode == 0 else None


def main() -> int:
    with ThreadPoolExecutor(os.cpu_count() or 1) as at_once:
        said = dict(zip(CHECKS, at_once.map(run, CHECKS, CHECKS.values()), strict=True))
    outputs = {name: told for name, told in said.items() if told is not None}
    if len(outputs) < len(said):
        return 1
    page.keep(MEASUREMENTS, page.HOUSE, page.standing_section(house.measure(outputs)), (page.HOUSE, *BENCHES))
    return 0


if __name__ == "__main__":
    sys.exit(main())
