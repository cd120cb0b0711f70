"""Every check that reads the code without running the service: format, lint, types, import contracts, migrations, house tests.

Runs all of them, prints one line each, and exits 1 when any failed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent

CHECKS = {
    "format": ["ruff", "format", "--check", "-q", "src", "tests", "tools"],
    "lint": ["ruff", "check", "-q", "src", "tests", "tools"],
    "templates": ["djlint", "--lint", "--quiet", "src"],
    "types": ["mypy"],
    "import contracts": ["lint-imports", "--no-cache"],
    "system check": ["python", "-m", "django", "check", "--fail-level", "WARNING"],
    "migrations": ["python", "-m", "django", "makemigrations", "--check", "--dry-run"],
    "house tests": ["pytest", "-q", "tests/house"],
}


def run(name: str, command: list[str]) -> bool:
    """Run one check and print its line; its output only when it failed."""
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
    return done.returncode == 0


def main() -> int:
    verdicts = [run(name, command) for name, command in CHECKS.items()]
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
