"""What a colleague decides about a referral: who it is about, and what happens next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, DateField, EditForm, LongTextField, ReasonField
from lynchpin.frontdoor.choices import Route, Urgency

NEW = "new"
ROUTES = [(Route.CASELOAD, Route.CASELOAD.label), (Route.PRIORITY, Route.PRIORITY.label)]
ROUTES.append((Route.FAMILY_CONVERSATION, Route.FAMILY_CONVERSATION.label))
NAME_NEEDED = _("Enter the forename and the surname of a new person.")
PLAIN_LABELS = {
    "forename": _("Forename"),
    "surname": _("Surname"),
    "birth_date": _("Date of birth"),
    "area_code": _("Where they live"),
}  # where it can only be somebody new


class ScreeningForm(EditForm):
    """One of the residents who may be the person, or somebody new."""

    hides_optional = True  # what has to be answered depends on who it is

    resident_reference = ChoiceField(
        label=_("Who is this about?"),
        error_messages={"required": _("Choose who this is about: somebody known, or somebody new.")},
    )
    forename = forms.CharField(label=_("Forename, if new"), max_length=80, required=False)
    surname = forms.CharField(label=_("Surname, if new"), max_length=80, required=False)
    birth_date = DateField(label=_("Date of birth, if new"), required=False)
    area_code = forms.ChoiceField(
        label=_("Where they live, if new"),
        help_text=_("This decides which lead worker takes them. Leave it open if they live outside the county."),
        required=False,
    )
    urgency = ChoiceField(
        label=_("How soon?"), choices=Urgency.choices, error_messages={"required": _("Choose how soon.")}
    )

    def __init__(
        self, *args: Any, alike: Sequence[tuple[str, str]], areas: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["resident_reference"].choices = [*alike, (NEW, _("Somebody new"))]  # type: ignore[attr-defined]
        if not alike:  # there is nobody to choose from, so nothing is asked
            self.fields["resident_reference"].widget = forms.HiddenInput()
            for name, label in PLAIN_LABELS.items():
                self.fields[name].label = label
        self.fields["area_code"].choices = [("", _("Not known, or outside the county")), *areas]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("resident_reference") == NEW and not (given.get("forename") and given.get("surname")):
            self.add_error("forename", NAME_NEEDED)
        return given

    @property
    def screened(self) -> dict[str, Any]:
        """The answers as the use case takes them: no reference for somebody new."""
        chosen = self.cleaned_data["resident_reference"]
        return self.cleaned_data | {"resident_reference": "" if chosen == NEW else chosen}


class AnswerForm(EditForm):
    """What was advised."""

    advice_given = LongTextField(
        label=_("What did you advise?"),
        error_messages={"required": _("Write what you advised, so that nobody has to ask again.")},
    )


class RoutingForm(EditForm):
    """How the person is worked with, and why."""

    route = ChoiceField(
        label=_("What happens next?"), choices=ROUTES, error_messages={"required": _("Choose what happens next.")}
    )
    route_reason = ReasonField(label=_("Why this?"), max_length=400)


class PassingOnForm(EditForm):
    """To which statutory service, and why."""

    route_reason = ReasonField(label=_("To whom, and why?"), max_length=400)


class PersonsNoForm(EditForm):
    """A no needs no reason, so nothing is asked."""
