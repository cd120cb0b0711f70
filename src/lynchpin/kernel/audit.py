"""The trail of changes: one record a verb, written in the verb's own transaction, in codes and ids."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from datetime import date, datetime
from typing import Any

from django.db import models

from lynchpin.kernel import clock, window
from lynchpin.kernel.errors import Unrecorded
from lynchpin.kernel.models import AuditEvent

CODE = re.compile(r"[\w.:/+-]{0,80}", re.ASCII)  # a code has no spaces and no accents, so no sentence passes

request_id: ContextVar[str] = ContextVar("request_id", default="")


def record(verb: str, subject: models.Model | None = None, **facts: Any) -> None:
    """Say in the trail what is being done to which record, with facts as codes, numbers, dates and ids.

    Raises `Unrecorded` outside a use case or inside a savepoint of its own, and `ValueError` when a fact looks like free text.
    """
    work = window.current()
    if work is None:
        raise Unrecorded("there is no use case to record")
    if work.may_be_undone_alone():
        raise Unrecorded("a record may not be undone while its verb is kept")
    actor = work.actor
    with window.kernel_pen():
        AuditEvent(
            at=clock.now(),
            verb=str(verb),
            role=actor.role,
            user_id=actor.user_id,
            staff_id=actor.staff_id,
            assignment_id=actor.assignment_id,
            organisation=actor.organisation,
            subject=subject._meta.label if subject is not None else "",
            subject_id=subject.pk if subject is not None else None,
            facts={name: _plain(name, value) for name, value in facts.items()},
            request_id=request_id.get(),
        ).save(force_insert=True)
    work.recorded.append(str(verb))


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(name, item) for item in sorted(each for each in value if each is not None)]
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bool | int | None.__class__):
        return value
    if isinstance(value, str) and CODE.fullmatch(value):
        return str(value)
    raise ValueError(f"the trail keeps codes and ids, and {name!r} is neither")


Follower = Callable[..., Any]
_followers: dict[str, tuple[Follower, ...]] = {}


def wire(followers: dict[str, tuple[Follower, ...]]) -> None:
    """Set what later rooms do after a verb. Called once, by `site/wiring.py`, where the list stands in plain sight."""
    _followers.clear()
    _followers.update(followers)


def follow_on(verb: str, **facts: Any) -> None:
    """Let later rooms act on a verb just recorded, in the same transaction."""
    for follower in _followers.get(str(verb), ()):
        follower(**facts)
