"""Going on a visit alone: everything has a likely answer, so that it is started with one tap."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.forms.editing import RenewedForm
from lynchpin.casework.queries.visits import VisitFact, VisitToStart
from lynchpin.casework.visit_choices import ENDING, THEIR_OWN, AlarmStep, VisitPlace
from lynchpin.casework.visit_rules import due_by, due_in
from lynchpin.face.forms import ChoiceField, EditForm, GovukForm

AT_A_TIME = "time"
NUMBER = RegexValidator(r"^\+?[\d ()-]{6,20}$", _("Enter a telephone number in figures, such as 07700 900123."))


class StartVisitForm(GovukForm):
    """To whom is known; where and until when are one tap each."""

    back_in = ChoiceField(
        label=_("When will you be back?"), error_messages={"required": _("Choose when you will be back.")}
    )
    back_by = forms.TimeField(
        label=_("Back by"),
        help_text=_("Only if you chose a time. For example 15:30"),
        input_formats=["%H:%M", "%H.%M"],
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
        required=False,
        error_messages={"invalid": _("Enter a time such as 15:30.")},
    )
    place = ChoiceField(label=_("Where are you going?"), error_messages={"required": _("Choose where you are going.")})
    where = forms.CharField(label=_("Where, if it is somewhere else?"), max_length=160, required=False)
    ring_on = forms.CharField(
        label=_("On which number can you be rung?"),
        max_length=20,
        validators=[NUMBER],
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "class": "govuk-input--width-20"}),
        error_messages={"required": _("Enter the number on which you can be rung.")},
    )
    made_despite = forms.CharField(
        label=_("Why do you visit although a visit is not marked safe?"), max_length=400, required=False
    )

    def __init__(self, *args: Any, facts: VisitToStart, now: datetime, **kwargs: Any) -> None:
        self.now = now
        likely = facts.offered[len(facts.offered) // 2]
        first = {"back_in": str(likely), "place": VisitPlace.HOME.value, "ring_on": facts.ring_on}
        super().__init__(*args, initial=first, **kwargs)
        self.fields["back_in"].choices = _back_in(facts.offered)  # type: ignore[attr-defined]
        self.fields["place"].choices = _places(facts.address)  # type: ignore[attr-defined]
        if "visit" not in facts.reaching.unsafe:
            del self.fields["made_despite"]

    def clean(self) -> dict[str, Any]:
        """A time is needed where a time was chosen."""
        answers = super().clean() or self.cleaned_data
        if answers.get("back_in") == AT_A_TIME and not answers.get("back_by") and "back_by" not in self.errors:
            self.add_error("back_by", _("Enter the time at which you will be back."))
        return answers

    @property
    def visit(self) -> dict[str, Any]:
        """What `start_visit` takes."""
        answers = dict(self.cleaned_data)
        chosen, back_by = answers.pop("back_in"), answers.pop("back_by")
        due_at = due_by(self.now, back_by) if chosen == AT_A_TIME else due_in(self.now, int(chosen))
        return answers | {"due_at": due_at}


class SafeForm(GovukForm):
    """One button, and nothing that could stand in its way."""


class MoreTimeForm(EditForm):
    """One button."""


class AnswerVisitForm(RenewedForm):
    """What was done about an overdue visit."""

    kind = ChoiceField(label=_("What did you do?"), error_messages={"required": _("Choose what you did.")})
    note = forms.CharField(label=_("Anything that a colleague should know"), max_length=400, required=False)

    def __init__(self, *args: Any, facts: VisitFact, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": facts.version}, **kwargs)
        offered = [step for step in AlarmStep if step not in THEIR_OWN]
        self.fields["kind"].choices = [(step.value, _said(step)) for step in offered]  # type: ignore[attr-defined]


def _back_in(offered: tuple[int, ...]) -> list[tuple[str, str]]:
    told = [
        (str(minutes), ngettext("In %(minutes)s minute", "In %(minutes)s minutes", minutes) % {"minutes": minutes})
        for minutes in offered
    ]
    return [*told, (AT_A_TIME, gettext("By a time of the day"))]


def _places(address: str) -> list[tuple[str, str]]:
    home = gettext("At their home: %(address)s") % {"address": address} if address else str(VisitPlace.HOME.label)
    return [(VisitPlace.HOME.value, home), (VisitPlace.ELSEWHERE.value, str(VisitPlace.ELSEWHERE.label))]


def _said(step: AlarmStep) -> str:
    """A step, and whether it ends the alarm: nobody should have to guess."""
    return gettext("%(step)s. This ends the alarm.") % {"step": step.label} if step in ENDING else str(step.label)
