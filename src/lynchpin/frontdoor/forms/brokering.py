"""Asking a provider, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, DateField, EditForm, LongTextField
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import EndCode, ReturnCause

PACKET_MOST = 1000


def causes(codes: Sequence[ReturnCause]) -> list[tuple[str, Any]]:
    """Causes of coming back, as choices."""
    return [(cause.value, cause.label) for cause in codes]


class BrokeringForm(EditForm):
    """Whom to ask, for what, and what they are told; the person's own agreement comes first."""

    hides_optional = True  # only Communities for Work is asked for no line

    person_agreed_on = DateField(
        label=_("On which day did the person agree to this?"),
        help_text=_("Ask them first: who would be asked, for what, and what that service would be told."),
        error_messages={"required": _("Enter the day on which the person agreed. Without their yes, nobody is asked.")},
    )
    offer = ChoiceField(
        label=_("What would help?"),
        help_text=_("Leave this open only where somebody is handed to Communities for Work."),
        widget=forms.Select,
        required=False,
    )
    organisation = ChoiceField(
        label=_("Who is asked?"), widget=forms.Select, error_messages={"required": _("Choose who is asked.")}
    )
    packet = LongTextField(
        label=_("What are they told?"),
        help_text=_("Only what they need to answer, in words that the person has agreed to. They see nothing else."),
        max_length=PACKET_MOST,
        error_messages={"required": _("Write what the service is told, so that the person need not tell it again.")},
    )

    def __init__(
        self,
        *args: Any,
        providers: Sequence[tuple[str, str]],
        lines: Sequence[tuple[str, str]],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [("", _("Choose a service")), *providers]  # type: ignore[attr-defined]
        self.fields["offer"].choices = [("", _("Choose what would help")), *lines]  # type: ignore[attr-defined]
        self.fields["person_agreed_on"].latest = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        handed = given.get("organisation") == rules.COMMUNITIES_FOR_WORK
        if not given.get("offer") and not handed and "offer" not in self.errors:
            self.add_error("offer", _("Choose what would help."))
        return given


class BrokeringAnswerForm(EditForm):
    """What the provider said."""

    hides_optional = True  # a day is needed for a yes only, and its label says so

    answer = ChoiceField(
        label=_("What did they say?"),
        choices=[(rules.ACCEPTED, _("Yes, they will help")), *causes(rules.ANSWERED_NO)],
        error_messages={"required": _("Choose what they said.")},
    )
    starts_on = DateField(label=_("If yes: on which day do they start?"), required=False)
    answered_by = forms.CharField(
        label=_("Who told you?"), max_length=160, error_messages={"required": _("Write who told you.")}
    )


class WithdrawalForm(EditForm):
    """Why the question is taken back."""

    because = ChoiceField(
        label=_("Why is the question taken back?"),
        choices=causes(rules.TAKEN_BACK),
        error_messages={"required": _("Choose why the question is taken back.")},
    )


class FinishForm(EditForm):
    """How the provider's help ended."""

    how = ChoiceField(
        label=_("How did it end?"),
        choices=[*EndCode.choices, *causes(rules.STOPPED_EARLY)],
        error_messages={"required": _("Choose how it ended.")},
    )
