"""The filters of who looked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.desk.looking import ACTIONS
from lynchpin.face.forms import DateField, FilterForm
from lynchpin.kernel import references


class WhoLookedFilter(FilterForm):
    """Whose record, by whom, what was done and on which day."""

    person = forms.CharField(label=_("Person’s reference"), max_length=14, help_text=_("For example, P-7KQ4-M2XD"))
    staff_id = forms.TypedChoiceField(label=_("Colleague"), coerce=int, empty_value=None)
    action = forms.ChoiceField(label=_("What was done"), choices=[("", _("Anything")), *ACTIONS.items()])
    on = DateField(label=_("Day"))

    def __init__(self, *args: Any, colleagues: Sequence[tuple[int, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff_id"].choices = [("", _("Anybody")), *colleagues]  # type: ignore[attr-defined]

    def clean_person(self) -> str:
        return references.tidy(self.cleaned_data["person"])
