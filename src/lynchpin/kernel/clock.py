"""The one clock. Only pages, jobs and commands read it; everything else is told the time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

LOCAL = ZoneInfo("Europe/London")

_held: datetime | None = None  # a module value, not a context variable: a held clock holds for server threads too


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _held or timezone.now()


def today() -> date:
    """Today's date where the service works. Deadlines are local dates."""
    return local_date(now())


def local_date(at: datetime) -> date:
    """The local date of an aware moment."""
    return at.astimezone(LOCAL).date()


@contextmanager
def held(at: datetime) -> Iterator[None]:
    """Hold the clock at a moment, for tests and for a demo being lived."""
    global _held
    before, _held = _held, at
    try:
        yield
    finally:
        _held = before
