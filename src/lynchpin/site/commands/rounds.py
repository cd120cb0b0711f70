"""Do what is due by the clock: bring back whom nobody answered, put families up for review, throw old drafts away, tell colleagues.

`lynchpin serve` does this by itself. Where pages are served by other means, run it by a timer each few minutes."""

from __future__ import annotations

import argparse
import signal
import threading

from lynchpin.site.commands import start

PAUSE = 60  # seconds between two looks at what is due


def add_arguments(parser: argparse.ArgumentParser) -> None:
    wanted = parser.add_mutually_exclusive_group()
    wanted.add_argument("--stay", action="store_true", help="stay, and look each minute, until told to stop")
    wanted.add_argument("--list", action="store_true", help="show when each was done last and when it is due")


def run(options: argparse.Namespace) -> int:
    start()
    if options.list:
        return _list()
    return _stay() if options.stay else _once()


def _once() -> int:
    """Exit code 1 when one failed, so that whoever runs the timer is told."""
    from lynchpin.kernel.rounds import do_due
    from lynchpin.site.rounds import rounds

    done = list(do_due(rounds()))
    for each in done:
        print(f"{each.name}: {'failed' if each.failed else each.told or 'done'}")
    return 1 if any(each.failed for each in done) else 0


def _stay() -> int:
    """A look that fails whole, as while the database is away, is followed by the next one."""
    from django.db import DatabaseError, close_old_connections

    told = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda _number, _frame: told.set())
    while not told.wait(PAUSE):
        close_old_connections()
        try:
            _once()
        except DatabaseError as fault:
            print(f"The database did not answer: {type(fault).__name__}.", flush=True)
    return 0


def _list() -> int:
    from lynchpin.kernel import clock
    from lynchpin.kernel.rounds import standing
    from lynchpin.site.rounds import rounds

    for each in standing(rounds(), at=clock.now()):
        began = f"{each.began_at.astimezone(clock.LOCAL):%Y-%m-%d %H:%M}" if each.began_at else "never"
        outcome = "failed" if each.failed else each.told
        due = f"{each.due_at.astimezone(clock.LOCAL):%Y-%m-%d %H:%M}"
        print(f"{each.name:<20} last {began:<16}  due {due}  {outcome}".rstrip())
    return 0
