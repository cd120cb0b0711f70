"""What a service does by the clock: each round when it is due, by whichever process asks first, and again after one was killed.

Every round may be done twice without harm: it finds nothing left to do.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import DatabaseError
from django.db.models import Q

from lynchpin.kernel import clock
from lynchpin.kernel.models import Round as Kept

GIVEN_UP = timedelta(hours=1)  # whoever began and has not ended by then was killed
LONGEST_TOLD = 200

log = logging.getLogger("lynchpin.rounds")


@dataclass(frozen=True, slots=True)
class Round:
    """Something done each `every`, or each night at the local time `nightly`. `run` gives what it did, in counts.

    Nightly times lie outside the hour that is missing in March and comes twice in October.
    """

    name: str
    run: Callable[[datetime], str]
    every: timedelta | None = None
    nightly: time | None = None

    def due_after(self, at: datetime) -> datetime:
        """When it is due again, if it was begun at a moment."""
        if self.nightly is None:
            return at + (self.every or timedelta())
        tonight = datetime.combine(clock.local_date(at), self.nightly, clock.LOCAL)
        return (
            tonight if tonight > at else tonight + timedelta(days=1)
        )  # a day of the calendar, as both stand in local time


@dataclass(frozen=True, slots=True)
class Done:
    """One round that was done: what it told, or that it failed."""

    name: str
    told: str
    failed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How one round stands: when it was last begun and ended (empty where it never was), and when it is due."""

    name: str
    began_at: datetime | None
    ended_at: datetime | None
    due_at: datetime
    told: str
    failed: bool


def do_due(rounds: Sequence[Round], *, now: Callable[[], datetime] = clock.now) -> Iterator[Done]:
    """Do what is due, one after the other. One that fails is logged by its name and keeps none of the others back."""
    for each in rounds:
        if _taken(each, now()):
            yield _done(each, now)


def standing(rounds: Sequence[Round], *, at: datetime) -> list[Standing]:
    """Every round in its order; one that was never begun is due now."""
    kept = Kept.objects.in_bulk([each.name for each in rounds])
    rows = [kept.get(each.name) or Kept(name=each.name, due_at=at) for each in rounds]
    return [Standing(row.name, row.began_at, row.ended_at, row.due_at, row.told, row.failed) for row in rows]


def _taken(each: Round, at: datetime) -> bool:
    """Whether this process is the one to do it now: of several that ask, the database lets one."""
    Kept.objects.get_or_create(name=each.name, defaults={"due_at": at})
    killed = Q(ended_at__isnull=True, began_at__lte=at - GIVEN_UP)
    due = Kept.objects.filter(Q(due_at__lte=at) | killed, name=each.name)
    return due.update(began_at=at, ended_at=None, due_at=each.due_after(at)) == 1


def _done(each: Round, now: Callable[[], datetime]) -> Done:
    try:
        done = Done(each.name, each.run(now())[:LONGEST_TOLD], failed=False)
    except Exception as fault:  # whatever it was: the next one is not kept back by it
        log.error("a round failed", extra={"round": each.name, "fault": type(fault).__name__})
        done = Done(each.name, "", failed=True)
    try:
        mine, at = Kept.objects.filter(name=each.name), now()
        mine.update(ended_at=at, told=done.told, failed=done.failed)
        if done.failed:  # what is nightly does not wait for the next night
            mine.filter(due_at__gt=at + GIVEN_UP).update(due_at=at + GIVEN_UP)
    except DatabaseError as fault:
        log.error("a round was not noted", extra={"round": each.name, "fault": type(fault).__name__})
    return done
