"""The write window: which room may write at this moment, for whom, and what it has recorded so far."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from threading import get_ident

from django.db import connection

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Unrecorded

_open: ContextVar[Work | None] = ContextVar("open_work", default=None)
_kernel_pen: ContextVar[bool] = ContextVar("kernel_pen", default=False)


@dataclass(slots=True)
class Work:
    """One verb being done: its actor, the room whose records it may write, and the verbs it has recorded.

    It belongs to one thread, whose connection holds the verb's transaction, and to no one once it is over: a context that
    was copied meanwhile, as asynchronous code does, keeps nothing of it.
    """

    actor: Actor
    room: str
    recorded: list[str] = field(default_factory=list)
    thread: int = field(default_factory=get_ident)
    depth: int = field(default_factory=lambda: len(connection.savepoint_ids))
    over: bool = False

    def may_be_undone_alone(self) -> bool:
        """Whether a savepoint stands open inside this verb: what is written now could be undone while the verb goes on."""
        return len(connection.savepoint_ids) > self.depth


def current() -> Work | None:
    """The innermost open window, or nothing."""
    mine = _open.get()
    return mine if mine is not None and not mine.over and mine.thread == get_ident() else None


@contextmanager
def work(actor: Actor, room: str) -> Iterator[Work]:
    """Open a window for one room. Raises `Unrecorded` when it closes with nothing recorded."""
    mine = Work(actor, room)
    token = _open.set(mine)
    try:
        yield mine
    finally:
        mine.over = True
        _open.reset(token)
    if not mine.recorded:
        raise Unrecorded(f"{room} ended a verb without recording what it did")


@contextmanager
def kernel_pen() -> Iterator[None]:
    """For the kernel's own books only (trail, access log, form keys): no room holds this pen."""
    token = _kernel_pen.set(True)
    try:
        yield
    finally:
        _kernel_pen.reset(token)


def may_write(room: str) -> bool:
    """Whether a governed table of this room may be written now."""
    if room == "kernel":
        return _kernel_pen.get()
    mine = current()
    return mine is not None and mine.room == room
