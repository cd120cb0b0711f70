"""Work done aside and put in place in one step: a process that is ended anywhere leaves what was there, or what was made, whole."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = ".run-"  # of folders that runs work in
LOCK = "lock"
HERE, EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux, renameat2(2)


@contextmanager
def working_folder(beside: Path) -> Iterator[Path]:
    """A folder of one's own beside what will be replaced, gone at the end. What an ended process left there is removed first:
    it holds people's data, and nobody would miss it."""
    for left in beside.glob(f"{PREFIX}*"):
        _remove_if_left(left)
    with tempfile.TemporaryDirectory(dir=beside, prefix=PREFIX) as made, (Path(made) / LOCK).open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)  # falls away with the process, however that ends
        yield Path(made)


def put_in_place(made: Path, there: Path) -> None:
    """Make `there` be the folder `made`; what was there before is removed."""
    if not there.exists():
        made.rename(there)
    elif _exchanged(made, there):
        shutil.rmtree(made)
    else:
        _moved_aside(made, there)


def put_back(there: Path) -> None:
    """Bring back a folder that was moved aside by a process that ended before the new one was in its place."""
    former = _former(there)
    if former.exists() and not there.exists():
        former.rename(there)


def write_whole(path: Path, text: str) -> None:
    """Write a text file aside and rename it, so that nobody ever reads half of it."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)


def _remove_if_left(folder: Path) -> None:
    """Remove a working folder unless its process still runs."""
    try:
        with (folder / LOCK).open("rb") as held:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
    except (FileNotFoundError, BlockingIOError):
        return  # being made, or at work


def _exchanged(made: Path, there: Path) -> bool:
    """Whether the two folders changed places in one step, which not every system and disk can do."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and rename(HERE, os.fsencode(made), HERE, os.fsencode(there), EXCHANGE) == 0


def _moved_aside(made: Path, there: Path) -> None:
    former = _former(there)
    shutil.rmtree(former, ignore_errors=True)
    there.rename(former)
    made.rename(there)
    shutil.rmtree(former)


def _former(there: Path) -> Path:
    return there.with_name(f".former-{there.name}")
