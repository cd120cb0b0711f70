"""Coming back, being left in peace, being set aside, and ending before anybody helped."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, DateField, EditForm, GovukForm, ReasonField
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import EndCode, PauseCause, VoidCause
from lynchpin.frontdoor.forms.brokering import causes

REFERENCE_MOST = 12


class ReturnForm(EditForm):
    """Why it goes back."""

    because = ChoiceField(
        label=_("Why does it go back?"),
        choices=causes(rules.OWNER_RETURNS),
        error_messages={"required": _("Choose why it goes back.")},
    )
    route_reason = ReasonField(label=_("What should the centre know?"), max_length=400)


class BringingBackForm(EditForm):
    """Why somebody is with us again."""

    because = ChoiceField(
        label=_("Why are they back?"),
        choices=causes(rules.OTHERS_RETURN),
        error_messages={"required": _("Choose why they are back.")},
    )
    route_reason = ReasonField(label=_("What was said?"), max_length=400)


class OpenOfferForm(EditForm):
    """An open offer needs no reason: leaving somebody in peace is never wrong."""


class VoidForm(EditForm):
    """Why it was never a referral."""

    hides_optional = True  # another is named for a duplicate only, and its label says so

    cause = ChoiceField(
        label=_("Why is it set aside?"),
        choices=VoidCause.choices,
        error_messages={"required": _("Choose why it is set aside.")},
    )
    duplicate_of = forms.CharField(
        label=_("If it is the same as another: that one’s reference"), max_length=REFERENCE_MOST, required=False
    )

    def clean_duplicate_of(self) -> str:
        return str(self.cleaned_data["duplicate_of"]).strip().upper()


class ClosingForm(EditForm):
    """What made help needless, or impossible."""

    end_code = ChoiceField(
        label=_("What happened?"),
        choices=[(code.value, EndCode(code).label) for code in rules.ENDS_WITHOUT_HELP],
        error_messages={"required": _("Choose what happened.")},
    )


class PauseForm(EditForm):
    """Why the clock stands still."""

    because = ChoiceField(
        label=_("Why does the clock stand still?"),
        choices=PauseCause.choices,
        error_messages={"required": _("Choose why the clock stands still.")},
    )


class ResumeForm(EditForm):
    """Nothing is asked: the clock runs again."""


class ClosedDayForm(GovukForm):
    """A day, and what it is called in both languages."""

    closed_on = DateField(
        label=_("Which day is closed?"), error_messages={"required": _("Enter the day that is closed.")}
    )
    label_en = forms.CharField(
        label=_("What is it called in English?"),
        max_length=120,
        error_messages={"required": _("Write what the day is called in English.")},
    )
    label_cy = forms.CharField(
        label=_("What is it called in Welsh?"),
        max_length=120,
        error_messages={"required": _("Write what the day is called in Welsh.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["label_cy"].widget.attrs["lang"] = "cy"
