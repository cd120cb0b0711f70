"""Entry points and parts: the only places that write.

`@use_case` asks for the permission, binds the actor to its policy row, opens the transaction and the write window, answers a
form sent twice with its first answer, and undoes everything if nothing was recorded. `@part` is a verb that only another
use case may call, so that a later room can have its own record kept by the room that owns it.
"""

from __future__ import annotations

import functools
import inspect
import secrets
from collections.abc import Callable
from typing import Any

from django.db import transaction

from lynchpin.kernel import clock, window
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import NestedUseCase, Reason, Refused
from lynchpin.kernel.models import FormKey

REGISTRY: dict[str, Callable[..., Any]] = {}
PARTS: dict[str, Callable[..., Any]] = {}


def use_case(permission: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make a function an entry point that needs `permission`. Its keyword `form_key` is consumed here."""

    def wrap(verb: Callable[..., Any]) -> Callable[..., Any]:
        _actor_then_keywords(verb)
        room = room_of(verb)

        @functools.wraps(verb)
        def run(actor: Actor, *, form_key: str = "", **given: Any) -> Any:
            if window.current() is not None:
                raise NestedUseCase(f"{verb.__name__} is an entry point; call a part instead")
            bound = actor.bound_to(permission).afresh()
            with transaction.atomic(durable=True):
                return _once(form_key, verb, bound, lambda: _worked(bound, room, verb, given))

        run.permission = permission  # type: ignore[attr-defined]
        REGISTRY[f"{verb.__module__}.{verb.__name__}"] = run
        return run

    return wrap


def part(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Make a function a verb that only a use case may call; it writes its own room's records and must record."""
    _actor_then_keywords(verb)
    room = room_of(verb)

    @functools.wraps(verb)
    def run(actor: Actor, **given: Any) -> Any:
        caller = window.current()
        if caller is None:
            raise NestedUseCase(f"{verb.__name__} is a part; only a use case may call it")
        return _worked(actor, room, verb, given)

    PARTS[f"{verb.__module__}.{verb.__name__}"] = run
    return run


def room_of(function: Callable[..., Any]) -> str:
    """The room a function lives in: lynchpin.<room>...."""
    return function.__module__.split(".")[1]


def _worked(actor: Actor, room: str, verb: Callable[..., Any], given: dict[str, Any]) -> Any:
    with window.work(actor, room):
        return verb(actor, **given)


def _actor_then_keywords(verb: Callable[..., Any]) -> None:
    first, *rest = inspect.signature(verb).parameters.values()
    if first.name != "actor" or any(p.kind is not p.KEYWORD_ONLY for p in rest):
        raise TypeError(f"{verb.__qualname__} must take the actor, then keywords only")


def _once(form_key: str, verb: Callable[..., Any], actor: Actor, do: Callable[[], Any]) -> Any:
    """Do it, unless this form was already sent: then give the stored answer again."""
    if not form_key:
        return do()
    claim = secrets.token_hex(16)
    name = f"{room_of(verb)}.{verb.__name__}"
    with window.kernel_pen():
        mine = FormKey(key=form_key, claim=claim, verb=name, user_id=actor.user_id, at=clock.now())
        FormKey.objects.bulk_create([mine], ignore_conflicts=True)  # a second press waits here until the first is kept
    kept = FormKey.unscoped.get(key=form_key)
    if kept.claim != claim:
        return _stored_answer(kept, name, actor)
    answer = do()
    with window.kernel_pen():
        FormKey.unscoped.filter(key=form_key).update(answered=True, answer=answer)
    return answer


def _stored_answer(kept: FormKey, name: str, actor: Actor) -> Any:
    if kept.user_id != actor.user_id or kept.verb != name:
        raise Refused(Reason("form_used_by_other"))
    if not kept.answered:
        raise Refused(Reason("answer_pending"))
    return kept.answer
