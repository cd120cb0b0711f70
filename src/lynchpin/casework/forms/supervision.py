"""Forms of supervision: what was agreed, and a line about each case that was talked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.queries.supervision import SupervisedCase
from lynchpin.casework.supervising import AgreedAction, CaseLine
from lynchpin.face.forms import ChoiceField, DateField, EditForm, GovukForm

ACTIONS_ON_THE_FORM = 3


class SupervisionForm(GovukForm):
    """The day, up to three actions, and as many cases as were talked about."""

    held_on = DateField(
        label=_("When did you sit down together?"),
        error_messages={"required": _("Enter the day on which you sat down together.")},
    )
    next_on = DateField(
        label=_("When will you meet next?"), error_messages={"required": _("Enter the day for the next supervision.")}
    )

    def __init__(
        self, *args: Any, two: Sequence[tuple[int, str]], cases: Sequence[SupervisedCase], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.cases = cases
        for number in range(1, ACTIONS_ON_THE_FORM + 1):
            self._add_action(number, two)
        for case in cases:
            name = {"name": case.row.name or case.row.reference}
            field = forms.CharField(
                label=_("%(name)s: what you said, in a line") % name, max_length=400, required=False
            )
            self.fields[f"case_{case.id}"] = field

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        for number in range(1, ACTIONS_ON_THE_FORM + 1):
            if answers.get(f"what_{number}"):
                self._must_say(f"owner_{number}", _("Choose who will do it."))
                self._must_say(f"due_{number}", _("Enter the day by which it will be done."))
        return answers

    @property
    def supervision(self) -> dict[str, Any]:
        """What `record_supervision` takes."""
        kept = {name: self.cleaned_data[name] for name in ("form_key", "held_on", "next_on")}
        return kept | {"actions": self._actions(), "talks": self._talks()}

    def _add_action(self, number: int, two: Sequence[tuple[int, str]]) -> None:
        told = {"number": number}
        what = forms.CharField(label=_("Action %(number)s: what?") % told, max_length=400, required=False)
        self.fields[f"what_{number}"] = what
        who = ChoiceField(label=_("Action %(number)s: who?") % told, choices=[*two], required=False)
        self.fields[f"owner_{number}"] = who
        self.fields[f"due_{number}"] = DateField(label=_("Action %(number)s: by when?") % told, required=False)

    def _must_say(self, name: str, sentence: Any) -> None:
        if name not in self.errors and self.cleaned_data.get(name) in (None, ""):
            self.add_error(name, sentence)

    def _actions(self) -> list[AgreedAction]:
        told = self.cleaned_data
        numbers = (number for number in range(1, ACTIONS_ON_THE_FORM + 1) if told[f"what_{number}"])
        return [AgreedAction(told[f"what_{n}"], int(told[f"owner_{n}"]), told[f"due_{n}"]) for n in numbers]

    def _talks(self) -> list[CaseLine]:
        lines = ((case.id, self.cleaned_data[f"case_{case.id}"].strip()) for case in self.cases)
        return [CaseLine(case_id, line) for case_id, line in lines if line]


class DoneForm(EditForm):
    """One button."""


def first_days(today: date, next_on: date) -> dict[str, date]:
    """What the form begins with: today, and the usual rhythm."""
    return {"held_on": today, "next_on": next_on}
