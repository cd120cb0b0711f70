"""Merges and restrictions: what is proposed, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, ChoicesField, EditForm, GovukForm, ReasonField
from lynchpin.kernel import references
from lynchpin.people.choices import RestrictionKind


class ProposeMergeForm(GovukForm):
    """The record that would go into this one."""

    merged = forms.CharField(
        label=_("Reference of the record that is the same person"),
        max_length=14,
        error_messages={"required": _("Enter the reference of the other record.")},
    )
    why = ReasonField(label=_("Why are they one person?"), max_length=240)

    def clean_merged(self) -> str:
        return references.tidy(self.cleaned_data["merged"])


class DecideForm(EditForm):
    """A decision on something that is shown: only its version travels."""


class RestrictResidentForm(GovukForm):
    """What is restricted, for whom, and why."""

    kind = ChoiceField(
        label=_("What should be restricted?"),
        choices=RestrictionKind.choices,
        error_messages={"required": _("Choose what should be restricted.")},
    )
    hidden_from = forms.TypedChoiceField(
        label=_("From which colleague is the record hidden?"),
        help_text=_("Only for a record hidden from one colleague."),
        coerce=int,
        empty_value=None,
        required=False,
    )
    named = ChoicesField(
        label=_("Who may see the sealed record?"), help_text=_("Only for a sealed record."), required=False
    )
    reason = ReasonField(max_length=240)

    def __init__(self, *args: Any, colleagues: Sequence[tuple[int, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hidden_from"].choices = [("", _("Nobody")), *colleagues]  # type: ignore[attr-defined]
        self.fields["named"].choices = list(colleagues)  # type: ignore[attr-defined]

    def clean_named(self) -> list[int]:
        return [int(chosen) for chosen in self.cleaned_data["named"]]
