"""Starts programs as an operator would, waits until they answer, stops them, and sees what they leave behind."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from lynchpin.site.environment import ROOT

BIN = Path(sys.executable).parent
UNSET = ("DATABASE_URL", "LYNCHPIN_DATA_DIR", "LYNCHPIN_DEMO", "LYNCHPIN_HTTPS_ONLY")
KILOBYTE, GIGABYTE = 1024, 1024**3
LEAVING = 20  # seconds in which everything that was started must have ended


def program(name: str) -> str:
    """One of our own console scripts."""
    return str(BIN / name)


def under(settings: Mapping[str, str], *command: str) -> list[str]:
    """A command with settings of its own, and none of ours that could lead it to our data."""
    cleared = [part for name in UNSET for part in ("-u", name)]
    given = {"DJANGO_SETTINGS_MODULE": "lynchpin.site.settings", **settings}
    return ["env", *cleared, *(f"{name}={value}" for name, value in given.items()), *command]


def run(command: list[str], folder: Path = ROOT) -> str:
    """What a command printed. Raises `CalledProcessError` when it fails, after showing what it complained of."""
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        sys.stderr.write(done.stderr)
    done.check_returncode()
    return done.stdout


@dataclass(frozen=True, slots=True)
class Ran:
    """What a process printed, its wall time in seconds and the most memory it held, in gigabytes."""

    told: str
    seconds: float
    gigabytes: float


def watched(command: list[str], folder: Path = ROOT) -> Ran:
    """Run a command to its end and see what it used. Raises `CalledProcessError` when it fails, after showing what it complained of.

    The memory is that of the process itself or, if that is more, of one of its children; on Linux it is at least ours when it began.
    """
    with TemporaryFile("w+", encoding="utf-8") as told, TemporaryFile("w+", encoding="utf-8") as complaints:
        began = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, stdout=told, stderr=complaints)  # noqa: S603
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            sys.stderr.write(_read(complaints))
            raise subprocess.CalledProcessError(child.returncode, command)
        return Ran(_read(told), seconds, used.ru_maxrss * KILOBYTE / GIGABYTE)


def _read(file: IO[str]) -> str:
    file.seek(0)
    return file.read()


@contextmanager
def started(command: list[str], folder: Path = ROOT) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a group of its own, as in a terminal of its own; interrupted at the end when it still runs."""
    child = subprocess.Popen(  # noqa: S603
        command, cwd=folder, start_new_session=True, stdout=subprocess.DEVNULL, preexec_fn=_hears_interrupts
    )
    try:
        yield child
    finally:
        if child.poll() is None:
            interrupt(child)


def _hears_interrupts() -> None:
    """A shell's background jobs ignore interrupts, and so would all that they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def seconds_until(child: subprocess.Popen[bytes], port: int, path: str, within: float) -> float:
    """How long until an address of a started process answers 200. Raises `TimeoutError`, also when the process ends."""
    began = time.perf_counter()
    while child.poll() is None and (spent := time.perf_counter() - began) < within:
        if _answers(port, path):
            return spent
        time.sleep(0.1)
    raise TimeoutError(f"{path} did not answer: the process ended, or {within:.0f} seconds went by")


def interrupt(child: subprocess.Popen[bytes]) -> list[int]:
    """Press Ctrl-C: an interrupt to the process group. Gives the ids of what still runs afterwards, having ended it."""
    family = [child.pid, *descendants(child.pid)]
    os.killpg(child.pid, signal.SIGINT)
    with suppress(subprocess.TimeoutExpired):
        child.wait(LEAVING)
    left = [process for process in family if runs(process)]
    for process in left:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    return left


def descendants(process: int) -> list[int]:
    """Ids of everything that a process started, and that these started in turn."""
    children: dict[int, list[int]] = defaultdict(list)
    for line in run(["ps", "-A", "-o", "pid=,ppid="]).splitlines():
        child, parent = map(int, line.split())
        children[parent].append(child)
    found = list(children[process])
    for each in found:
        found += children[each]
    return found


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def runs(process: int) -> bool:
    """Whether a process still does something; one that ended and was not yet asked about does nothing."""
    told = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], check=False, capture_output=True, text=True)  # noqa: S603, S607
    return bool(told.stdout.strip()) and not told.stdout.startswith("Z")


def _answers(port: int, path: str) -> bool:
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        asked.request("GET", path)
        return asked.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        asked.close()
