"""Serve the pages, work off the jobs and do what is due by the clock, as three child processes that end together."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from lynchpin.site.commands import start

GRACE = 10  # seconds a child may take to finish what it is doing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=1, help="web processes")


def run(options: argparse.Namespace) -> int:
    start()
    from django.conf import settings

    if not (settings.ENVIRONMENT.secret_key or settings.DEMO_MODE):
        print(
            "A service that is no demo needs a secret of its own. Set LYNCHPIN_SECRET_KEY to 50 random signs or more."
        )
        return 1
    return serve(options.host, options.port, options.workers)


def serve(host: str, port: int, workers: int = 1) -> int:
    """Run until told to stop, or until one child ends. Nothing is left running."""
    collect_static()
    children = [_web(host, port, workers), _jobs(), _rounds()]
    told: list[int] = []
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda number, _frame: told.append(number))
    while not told and all(child.poll() is None for child in children):
        time.sleep(0.1)
    for child in children:
        child.terminate()  # all are told before the first is waited for
    for child in children:
        _stop(child)
    return 0 if told else 1


def collect_static() -> None:
    """Gather static files under hashed names, when that has not been done."""
    from django.conf import settings
    from django.core.management import call_command

    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        call_command("collectstatic", interactive=False, verbosity=0)


def _web(host: str, port: int, workers: int) -> subprocess.Popen[bytes]:
    granian = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    sizes = ["--workers", str(workers), "--blocking-threads", "4", "--log-level", "warning"]
    return subprocess.Popen([*granian, *sizes, "lynchpin.site.wsgi:application"], start_new_session=True)


def _jobs() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "django", "db_worker", "--interval", "0.5", "--no-startup-delay"]
    return subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL)


def _rounds() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "lynchpin.cli", "rounds", "--stay"]
    return subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL)


def _stop(child: subprocess.Popen[bytes]) -> None:
    """Let a child finish that was told to end, then end what is left of its group: a page worker that starts does not hear it."""
    with suppress(subprocess.TimeoutExpired):
        child.wait(GRACE)
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
