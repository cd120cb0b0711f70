"""Parsing of what people contest; nothing here saves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, ChoicesField, DateField, EditForm, FilterForm, GovukForm, LongTextField
from lynchpin.profiles.choices import ContestAnswer, ContestClaim, ContestState, ToldHow
from lynchpin.profiles.forms.runs import Choices


class ContestFactForm(GovukForm):
    """What a person says is wrong, and who puts it to the source."""

    claim = ChoiceField(
        label=_("What do they say is wrong?"),
        choices=ContestClaim.choices,
        error_messages={"required": _("Choose what they say is wrong.")},
    )
    words = LongTextField(
        label=_("In their words"),
        help_text=_("This goes to the source. Say nothing about anybody else."),
        max_length=400,
        rows=3,
        error_messages={"required": _("Write what they say, in their words.")},
    )
    owner = forms.ChoiceField(
        label=_("Who puts it to the source?"), error_messages={"required": _("Choose who puts it to the source.")}
    )

    def __init__(self, *args: Any, colleagues: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = list(colleagues)  # type: ignore[attr-defined]


class AnswerContestForm(EditForm):
    """What the source found."""

    answer = ChoiceField(
        label=_("What did the source find?"),
        choices=ContestAnswer.choices,
        error_messages={"required": _("Choose what the source found.")},
    )
    answer_words = LongTextField(
        label=_("In their words"),
        help_text=_("The person is told this. Say nothing about anybody else."),
        max_length=400,
        rows=3,
        error_messages={"required": _("Write what the source found.")},
    )
    answerer = forms.CharField(
        label=_("Who answered?"),
        help_text=_("Their name and their post with the partner."),
        max_length=160,
        error_messages={"required": _("Say who answered for the partner.")},
    )
    answered_on = DateField(
        label=_("When did they answer?"), error_messages={"required": _("Enter the day of the answer.")}
    )


class CloseContestForm(EditForm):
    """How the person was told."""

    told_how = ChoiceField(
        label=_("How were they told?"),
        choices=ToldHow.choices,
        error_messages={"required": _("Choose how they were told.")},
    )
    told_on = DateField(
        label=_("When were they told?"), error_messages={"required": _("Enter the day on which they were told.")}
    )


class ContestFilter(FilterForm):
    state = ChoicesField(label=_("State"), choices=ContestState.choices)
