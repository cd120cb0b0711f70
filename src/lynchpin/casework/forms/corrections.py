"""Putting right what was written of a contact or a conversation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.forms.editing import RenewedForm
from lynchpin.casework.forms.talks import WhatMattersFields
from lynchpin.casework.queries.case import GoalFact
from lynchpin.casework.queries.corrections import ToCorrect
from lynchpin.face.beside import Stored
from lynchpin.face.forms import LongTextField, WholeNumberField


class CorrectContactForm(RenewedForm):
    """What a contact says. Its kind and its day are not asked again: others have acted on them."""

    minutes = WholeNumberField(
        label=_("How many minutes, about?"),
        max_value=1440,
        error_messages={"required": _("Enter about how many minutes it took.")},
    )
    note = LongTextField(label=_("What happened?"), rows=5, required=False)
    next_step = forms.CharField(label=_("What happens next?"), max_length=400, required=False)
    goal_id = forms.TypedChoiceField(
        label=_("Which goal was it about?"), coerce=int, empty_value=None, widget=forms.RadioSelect, required=False
    )

    def __init__(self, *args: Any, goals: Sequence[GoalFact], present: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: list[tuple[int, Any]] = [(goal.id, goal.in_their_words) for goal in goals]
        if present and present not in dict(offered):
            offered.append((present, _("A goal of an earlier plan, as now")))
        self.fields["goal_id"].choices = [("", _("No goal in particular")), *offered]  # type: ignore[attr-defined]


class CorrectWhatMattersForm(WhatMattersFields, RenewedForm):
    """The five headings, as they should have been written."""


def stored_wording(facts: ToCorrect) -> Stored:
    """What is kept now, as answers of the form that puts it right."""
    return Stored(facts.version, facts.now.answers, facts.now.by, facts.now.at)
