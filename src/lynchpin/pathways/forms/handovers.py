"""A handover: the pack, the answer, the first visit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.forms import RenewedForm
from lynchpin.face.forms import ChoiceField, DateField, FilterForm, GovukForm, LongTextField
from lynchpin.pathways.choices import HandoverWay
from lynchpin.people.choices import Language


class HandoverForm(GovukForm):
    """What a receiver must know, what was agreed, and who receives."""

    way = ChoiceField(
        label=_("Which way do they go?"),
        choices=HandoverWay.choices,
        error_messages={"required": _("Choose which way they go.")},
    )
    what_matters = LongTextField(
        label=_("What matters to them, in their own words"),
        rows=4,
        error_messages={"required": _("Write what matters to them, in their own words.")},
    )
    language = forms.ChoiceField(
        label=_("In which language did they say it?"),
        choices=Language.choices,
        error_messages={"required": _("Choose the language of their words.")},
    )
    what_changed = LongTextField(
        label=_("What has changed since the start?"),
        rows=4,
        error_messages={"required": _("Write what has changed since the start.")},
    )
    what_was_tried = LongTextField(
        label=_("What was tried, and what helped?"),
        rows=4,
        error_messages={"required": _("Write what was tried, and what helped.")},
    )
    agreed_by = forms.CharField(
        label=_("Who agreed to this handover?"),
        help_text=_("The person, or whoever may agree for them. Name them as they are known to you."),
        max_length=160,
        error_messages={"required": _("Say who agreed to this handover.")},
    )
    agreed_on = DateField(
        label=_("When did they agree?"), error_messages={"required": _("Enter the day on which they agreed.")}
    )
    agreed_to = forms.CharField(
        label=_("To what did they agree?"),
        help_text=_("Which of this may be passed on, and to whom."),
        max_length=400,
        error_messages={"required": _("Say to what they agreed.")},
    )
    to_organisation = forms.ChoiceField(label=_("To which organisation?"), required=False)
    contact_name = forms.CharField(label=_("Who there takes it on?"), max_length=160, required=False)
    contact_role = forms.CharField(label=_("What is their role?"), max_length=160, required=False)
    to_staff_id = forms.TypedChoiceField(
        label=_("Or to which colleague?"), coerce=int, empty_value=None, required=False
    )

    def __init__(
        self,
        *args: Any,
        colleagues: Sequence[tuple[int, str]],
        organisations: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_staff_id"].choices = [("", _("No colleague")), *colleagues]  # type: ignore[attr-defined]
        self.fields["to_organisation"].choices = [("", _("No organisation")), *organisations]  # type: ignore[attr-defined]


class SendingForm(RenewedForm):
    """One button."""


class AcknowledgementForm(RenewedForm):
    """A colleague takes it on with one button; for an organisation, who did is written down."""

    taken_by_name = forms.CharField(
        label=_("Who at the organisation took it on?"),
        max_length=160,
        error_messages={"required": _("Name the person at the organisation who took it on.")},
    )

    def __init__(self, *args: Any, outside: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not outside:
            del self.fields["taken_by_name"]


class BecauseForm(RenewedForm):
    """A reason in words: to decline, to withdraw, to leave out a visit."""

    because = LongTextField(
        label=_("Why?"), rows=3, max_length=400, error_messages={"required": _("Say why, in a few words.")}
    )


class FirstVisitForm(RenewedForm):
    """When they met, and who went along."""

    met_on = DateField(
        label=_("When did they meet?"), error_messages={"required": _("Enter the day on which they met.")}
    )
    went_along = forms.CharField(
        label=_("Who went along with the person?"),
        max_length=160,
        error_messages={"required": _("Say who went along to the first visit.")},
    )


class HandoverFilter(FilterForm):
    """Filters of the list of handovers."""

    show = ChoiceField(
        label=_("Show"),
        choices=[
            ("", _("Under way")),
            ("came", _("Sent to you")),
            ("back", _("Came back")),
            ("done", _("Complete")),
        ],
    )
