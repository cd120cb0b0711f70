"""Asking whether it has lasted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.forms import RenewedForm
from lynchpin.face.forms import ChoiceField, DateField, FilterForm, LongTextField
from lynchpin.pathways.choices import CheckInState
from lynchpin.pathways.rules import CHECK_IN_TRANSITIONS

ANSWERS = [
    choice
    for choice in CheckInState.choices
    if choice[0] in CHECK_IN_TRANSITIONS[CheckInState.DUE] and choice[0] != CheckInState.DROPPED
]
PERIODS = {"92": _("The last three months"), "183": _("The last six months"), "365": _("The last twelve months")}


class CheckInForm(RenewedForm):
    """How things are, in the person's words."""

    state = ChoiceField(
        label=_("How are things?"), choices=ANSWERS, error_messages={"required": _("Choose how things are.")}
    )
    asked_on = DateField(
        label=_("When did you ask?"), error_messages={"required": _("Enter the day on which you asked.")}
    )
    in_their_words = LongTextField(label=_("What do they say?"), rows=3, required=False)


class CheckInFilter(FilterForm):
    """Filters of the list of check-ins."""

    show = ChoiceField(
        label=_("Show"),
        choices=[
            ("", _("Due within two weeks or overdue")),
            ("coming", _("All that are to come")),
            ("silent", _("No reply")),
            ("done", _("Answered")),
        ],
    )


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both ends in it."""

    starts_on: date
    ends_on: date


class SustainedFilter(FilterForm):
    """Over which time, and of which cluster."""

    days = forms.ChoiceField(label=_("Time"), choices=list(PERIODS.items()))
    cluster = forms.CharField(label=_("Cluster"), max_length=40)

    def offer(self, clusters: Sequence[tuple[str, str]]) -> None:
        """Show the clusters that can be chosen."""
        self.fields["cluster"].widget = forms.Select(choices=[("", _("All in sight")), *clusters])

    def period(self, today: date) -> Days:
        """The time that was asked for, up to today; three months unless another one is chosen."""
        days: Any = self.chosen.get("days") or "92"
        return Days(today - timedelta(days=int(days)), today)
