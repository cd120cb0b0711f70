"""Forms of a concern: short, in the words that were used, and never a reason to wait with the telephone."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, DateField, EditForm, GovukForm, LongTextField, YesNoField
from lynchpin.kernel.clock import LOCAL
from lynchpin.safeguarding.choices import ConcernCategory


class RaiseConcernForm(GovukForm):
    """Whom the worry is about, what was seen or heard, and whether they know."""

    about_name = forms.CharField(label=_("Whom are you worried about?"), max_length=160, required=False)
    words = LongTextField(
        label=_("What was seen or heard?"),
        help_text=_("Use the words that were used. Do not ask leading questions, investigate, or promise secrecy."),
        error_messages={"required": _("Write what was seen or heard, in the words that were used.")},
    )
    seen_on = DateField(label=_("Day when it was seen or heard"), required=False)
    seen_time = forms.TimeField(label=_("Time"), help_text=_("For example, 14:30"), required=False)
    category = ChoiceField(
        label=_("What kind of harm do you fear?"),
        choices=ConcernCategory.choices,
        error_messages={"required": _("Choose a kind of harm, or say that you are not sure.")},
    )
    about_child = YesNoField(
        label=_("Is the person under 18?"), error_messages={"required": _("Say whether the person is under 18.")}
    )
    position_of_trust = YesNoField(
        label=_("Is it about somebody who works with children or adults at risk?"),
        help_text=_("If so, the designated officer must be told within 24 hours."),
        error_messages={"required": _("Say whether it is about somebody in a position of trust.")},
    )
    told_person = YesNoField(
        label=_("Have you told the person that you are raising a concern?"),
        help_text=_("You never need their agreement. Do not tell them if it would put anybody at risk."),
        required=False,
    )
    why_not_told = forms.CharField(label=_("If not, why not?"), max_length=240, required=False)

    def clean(self) -> dict[str, Any]:
        """A day without a time, or a time without a day, is asked for rather than lost."""
        given = super().clean() or {}
        unreadable = self.errors.keys() & {"seen_on", "seen_time"}
        day, time = given.get("seen_on"), given.get("seen_time")
        if day and not time and not unreadable:
            self.add_error("seen_time", _("Write at about what time it was, such as 14:30."))
        if time and not day and not unreadable:
            self.add_error("seen_on", _("Enter the day too."))
        return given

    @property
    def concern(self) -> dict[str, Any]:
        """The answers as `raise_concern` takes them."""
        given = dict(self.cleaned_data)
        day, time = given.pop("seen_on"), given.pop("seen_time")
        given["seen_or_heard_at"] = datetime.combine(day, time, LOCAL) if day and time else None
        return given


class StepForm(EditForm):
    """When a step of a concern happened."""

    on = DateField(label=_("On which day?"), error_messages={"required": _("Enter the day.")})
    time = forms.TimeField(
        label=_("At what time?"),
        help_text=_("For example, 14:30"),
        error_messages={"required": _("Enter the time, such as 14:30.")},
    )

    @property
    def happened_at(self) -> datetime:
        return datetime.combine(self.cleaned_data["on"], self.cleaned_data["time"], LOCAL)

    @property
    def keys(self) -> dict[str, Any]:
        """What every step carries beside its own answers."""
        return {name: self.cleaned_data[name] for name in ("version", "form_key")}


class ReportConcernForm(StepForm):
    """Who took the report by telephone."""

    reported_to = forms.CharField(
        label=_("Who took the report?"),
        help_text=_("A name and a team, for example the duty officer of children's services."),
        max_length=160,
        error_messages={"required": _("Write who took the report: a name or a team.")},
    )
    field_order = ("reported_to", "on", "time")


class CloseConcernForm(EditForm):
    """What came of it."""

    outcome = LongTextField(
        label=_("What came of the concern?"),
        max_length=240,
        rows=3,
        error_messages={"required": _("Write what came of the concern.")},
    )
    feedback_given = YesNoField(
        label=_("Has the colleague who raised it been told?"),
        error_messages={"required": _("Say whether the colleague who raised it has been told.")},
    )


def starting(now: datetime) -> dict[str, Any]:
    """Answers to begin with: this day and minute, where the service works."""
    local = now.astimezone(LOCAL)
    return {"on": local.date(), "time": local.strftime("%H:%M")}
