"""How long the checks and both runs of the tests take. Slow: asked for by `lynchpin bench suite` or `lynchpin bench all --with-suite`."""

from __future__ import annotations

import subprocess
import sys
import time

from lynchpin.site.benches import Measurement
from lynchpin.site.environment import ROOT

TARGETS = ("check", "test", "test-pg")
LINE = (
    "All checks, and all tests on SQLite and on PostgreSQL, end within 12 minutes on 2 cores;"
    " warnings are errors and the network is closed."
)


def measure() -> Measurement:
    """Run each target and time it."""
    found = [timed(target) for target in TARGETS]
    total = sum(seconds for seconds, _told in found)
    each = ", ".join(told for _seconds, told in found)
    return Measurement(LINE, "lynchpin bench suite", f"{total / 60:.1f} minutes: {each}")


def timed(target: str) -> tuple[float, str]:
    """Seconds of one make target, and in words how it ended; its own last line says how many tests there were."""
    began = time.perf_counter()
    done = subprocess.run(["make", target], cwd=ROOT, check=False, capture_output=True, text=True)  # noqa: S603, S607
    seconds = time.perf_counter() - began
    if done.returncode:
        sys.stderr.write(done.stdout[-4_000:])
    return (
        seconds,
        f"make {target} {seconds:.0f} s, {'passed' if done.returncode == 0 else 'FAILED'}{_tests(done.stdout)}",
    )


def _tests(said: str) -> str:
    last = said.strip().rsplit("\n", 1)[-1]
    return f" ({last.strip('= ')})" if " passed" in last else ""
