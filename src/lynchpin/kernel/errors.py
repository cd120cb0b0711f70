"""The four kinds of no: refused, not permitted, not found, and a bug (anything else, which nobody catches)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, init=False)
class Reason:
    """Why a rule said no: a stable code and the values its sentence names. Translated only when shown."""

    code: str
    params: dict[str, Any]

    def __init__(self, code: str, **params: Any) -> None:
        object.__setattr__(self, "code", str(code))
        object.__setattr__(self, "params", params)


class Refused(Exception):
    """A rule said no, for a reason the person can read and act on."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.code)
        self.reason = reason


class Stale(Refused):
    """The record changed after the form was opened; what was typed must be kept and shown beside what is stored."""

    def __init__(self) -> None:
        super().__init__(Reason("changed_meanwhile"))


class NotPermitted(Exception):
    """This role may never do this."""


class NotFound(Exception):
    """Missing, or out of sight: the two are told apart nowhere."""


class UngovernedWrite(RuntimeError):
    """A bug: a governed table was written outside a use case or part of its own room."""


class UnscopedRead(RuntimeError):
    """A bug: governed records were read without saying who is looking."""


class Unrecorded(RuntimeError):
    """A bug: a use case or part ended without recording what it did."""


class NestedUseCase(RuntimeError):
    """A bug: a use case is an entry point; from inside another one, call a part."""


def refuse_if(reason: Reason | None) -> None:
    """Raise `Refused` when a rule gave a reason."""
    if reason is not None:
        raise Refused(reason)
