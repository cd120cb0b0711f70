"""A form over a record that somebody else may have changed meanwhile: it shows both texts, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from django.forms import BoundField
from django.http import QueryDict

from lynchpin.face.forms import EditForm


@dataclass(frozen=True, slots=True)
class Difference:
    """One field as it is stored now and as it was typed."""

    label: str
    stored: Any
    typed: Any


class StoredBesideTyped(EditForm):
    """An edit form that is filled with what is stored, or set beside it when the record moved on under the form.

    Show it with `people/edit_form_page.html`, or include `people/_both_texts.html` above any form.
    """

    differences: tuple[Difference, ...] = ()

    def beside(self, stored: Mapping[str, Any]) -> StoredBesideTyped:
        """Fill an unsent form; for a sent one keep what differs, and carry the present version so that it can be sent again."""
        if not self.is_bound:
            self.initial = {**stored, **self.initial}
        elif not self.errors.keys() - {"__all__"} and self.cleaned_data.get("version") != stored["version"]:
            self.differences = tuple(self._different(stored))
            answers = cast(QueryDict, self.data).copy()
            answers[self.add_prefix("version")] = str(stored["version"])
            self.data = answers
        return self

    def _different(self, stored: Mapping[str, Any]) -> list[Difference]:
        return [
            Difference(str(field.label), _in_words(field, stored[field.name]), _in_words(field, typed))
            for field in self.visible_fields()
            if field.name in stored and (typed := self.cleaned_data.get(field.name)) != stored[field.name]
        ]


def _in_words(field: BoundField, value: Any) -> Any:
    choices = dict(getattr(field.field, "choices", ()))
    if isinstance(value, bool):
        value = {True: "yes", False: "no"}[value] if choices else value
    values = value if isinstance(value, list | tuple) else [value]
    return ", ".join(str(choices.get(each, each)) for each in values) if choices else value
