"""Entry points and parts: the only places that write.

`@use_case` asks for the permission, binds the actor to its policy row, opens the transaction and the write window, answers a
form sent twice with its first answer, and undoes everything if nothing was recorded. `@part` is a verb that only another
use case may call, so that a later room can have its own record kept by the room that owns it.
"""

from __future__ import annotations

import functools
import inspect
import json
import secrets
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.db import transaction

from lynchpin.kernel import clock, window
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import NestedUseCase, Reason, Refused, Unrecorded
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
                answer = _once(form_key, verb, bound, given, lambda: _worked(bound, room, verb, given))
                _refuse_a_lost_change(verb)
                return answer

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
        with transaction.atomic():  # whole or not at all, whatever its caller makes of a refusal
            return _worked(actor, room, verb, given)

    PARTS[f"{verb.__module__}.{verb.__name__}"] = run
    return run


def room_of(function: Callable[..., Any]) -> str:
    """The room a function lives in: lynchpin.<room>...."""
    return function.__module__.split(".")[1]


def _worked(actor: Actor, room: str, verb: Callable[..., Any], given: dict[str, Any]) -> Any:
    with window.work(actor, room):
        return verb(actor, **given)


def _refuse_a_lost_change(verb: Callable[..., Any]) -> None:
    if transaction.get_rollback():  # a fault of the database was swallowed: everything would be undone without a word
        raise Unrecorded(f"{verb.__name__} went on after the database had given it up")


def _actor_then_keywords(verb: Callable[..., Any]) -> None:
    first, *rest = inspect.signature(verb).parameters.values()
    if first.name != "actor" or any(p.kind is not p.KEYWORD_ONLY for p in rest):
        raise TypeError(f"{verb.__qualname__} must take the actor, then keywords only")


def _once(form_key: str, verb: Callable[..., Any], actor: Actor, given: dict[str, Any], do: Callable[[], Any]) -> Any:
    """Do it, unless this form was already sent: then give the stored answer, which is kept as JSON, again."""
    if not form_key:
        return do()
    key = fingerprint(form_key)  # whatever a browser sends, it fits
    mine = FormKey(
        key=key,
        claim=secrets.token_hex(16),
        verb=f"{room_of(verb)}.{verb.__name__}",
        user_id=actor.user_id,
        told=fingerprint(_told(given)),
        at=clock.now(),
    )
    with window.kernel_pen():
        FormKey.objects.bulk_create([mine], ignore_conflicts=True)  # a second press waits here until the first is kept
    kept = FormKey.unscoped.get(key=key)
    if kept.claim != mine.claim:
        return _stored_answer(kept, mine)
    answer = do()
    with window.kernel_pen():
        FormKey.unscoped.filter(key=key).update(answered=True, answer=answer)
    return answer


def fingerprint(text: str) -> str:
    """64 hexadecimal signs that stand for a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _told(given: dict[str, Any]) -> str:
    """What a form said, without what differs between two presses of one button: moments, and files where they were put."""
    return json.dumps(
        given, skipkeys=True, default=lambda value: str(value) if type(value) in (date, Decimal) else None
    )


def _stored_answer(kept: FormKey, mine: FormKey) -> Any:
    if kept.user_id != mine.user_id or kept.verb != mine.verb:
        raise Refused(Reason("form_used_by_other"))
    if kept.told != mine.told:  # visitors without an account are told apart by this alone
        raise Refused(Reason("form_told_otherwise"))
    if not kept.answered:
        raise Refused(Reason("answer_pending"))
    return kept.answer
