"""A form over a record that somebody else may have changed meanwhile: it shows both texts, and nothing typed is lost."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from django.forms import BoundField
from django.http import QueryDict
from django.utils.formats import date_format

from lynchpin.face.forms import EditForm


@dataclass(frozen=True, slots=True)
class Difference:
    """One field as it is stored now and as it was typed, in words; `by` and `at` say who stored it and when, if kept."""

    label: str
    stored: str
    typed: str
    by: str = ""
    at: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as it is now: its version, an answer for each field of its form, and who stored it and when, if that is kept."""

    version: int
    answers: Mapping[str, Any]
    by: str = ""
    at: datetime.date | None = None


class StoredBesideTyped(EditForm):
    """An edit form that is filled with what is stored, or set beside it when the record moved on under the form.

    `post_form` shows both texts above it. Read the record after a refusal, so that it is what somebody else stored.
    """

    differences: tuple[Difference, ...] = ()
    met_a_change = False

    def beside(self, stored: Mapping[str, Any] | Stored) -> StoredBesideTyped:
        """Fill an unsent form; for a sent one keep what differs, and carry the present version so that it can be sent again."""
        now = stored if isinstance(stored, Stored) else Stored(stored["version"], stored)
        if not self.is_bound:
            self.initial = {**now.answers, "version": now.version, **self.initial}
        elif not self.errors.keys() - {"__all__"} and self.cleaned_data.get("version") != now.version:
            self.met_a_change = True
            self.differences = tuple(self._different(now))
            answers = cast(QueryDict, self.data).copy()
            answers[self.add_prefix("version")] = str(now.version)
            self.data = answers
        return self

    def _different(self, now: Stored) -> list[Difference]:
        return [
            Difference(
                str(field.label), _in_words(field, now.answers[field.name]), _in_words(field, typed), now.by, now.at
            )
            for field in self.visible_fields()
            if field.name in now.answers and (typed := self.cleaned_data.get(field.name)) != now.answers[field.name]
        ]


def _in_words(field: BoundField, value: Any) -> str:
    choices = {str(key): str(label) for key, label in getattr(field.field, "choices", ())}
    if isinstance(value, datetime.date):
        return date_format(value, "j F Y")
    if isinstance(value, bool):
        value = {True: "yes", False: "no"}[value] if choices else value
    values = value if isinstance(value, list | tuple) else [value]
    return ", ".join(choices.get(str(each), str(each)) for each in values if each not in (None, ""))
