"""Reads the editions: what each form asks, in both languages."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

EDITIONS = Path(__file__).with_name("editions")
ORDER = ("referral", "assessment", "plan", "review")  # as a person meets them


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in both languages."""

    en: str
    cy: str

    def said(self, language: str) -> str:
        return self.cy if language == "cy" else self.en


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked: a line or more to write on, boxes to tick, or a table of so many rows.

    `key` names the answer of the record that fills it; `choices` a vocabulary of the service, `ticks` words of its own.
    """

    key: str
    label: Words
    lines: int = 1
    choices: str = ""
    ticks: tuple[Words, ...] = ()
    columns: tuple[Words, ...] = ()
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a form under its heading."""

    heading: Words
    note: Words | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One edition of a form. `dated` is the first day on which it is used."""

    key: str
    edition: int
    dated: date
    title: Words
    purpose: Words
    parts: tuple[Part, ...]


@cache
def every_edition() -> tuple[Form, ...]:
    """All editions of all forms, in the order of the forms, oldest first."""
    found = [_form(_read(path)) for path in EDITIONS.glob("*-*.toml")]
    return tuple(sorted(found, key=lambda form: (ORDER.index(form.key), form.dated, form.edition)))


def in_use(key: str, on: date) -> Form:
    """The edition of a form that is used on a day: the newest that has begun, the first one before that.

    Raises `LookupError` when there is no such form.
    """
    editions = [form for form in every_edition() if form.key == key]
    begun = [form for form in editions if form.dated <= on]
    return (begun or editions[:1])[-1]


@cache
def shared() -> Mapping[str, Words]:
    """What every form says, by its key."""
    return {key: Words(**words) for key, words in _read(EDITIONS / "shared.toml").items()}


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _form(told: Mapping[str, Any]) -> Form:
    return Form(
        key=told["key"],
        edition=told["edition"],
        dated=told["dated"],
        title=Words(**told["title"]),
        purpose=Words(**told["purpose"]),
        parts=tuple(_part(part) for part in told["parts"]),
    )


def _part(told: Mapping[str, Any]) -> Part:
    note = Words(**told["note"]) if "note" in told else None
    return Part(Words(**told["heading"]), note, tuple(_question(each) for each in told["questions"]))


def _question(told: Mapping[str, Any]) -> Question:
    several: dict[str, Any] = {
        name: tuple(Words(**each) for each in told.get(name, ())) for name in ("ticks", "columns")
    }
    rest: dict[str, Any] = {name: told[name] for name in ("lines", "choices", "rows") if name in told}
    return Question(key=told["key"], label=Words(**told["label"]), **several, **rest)
