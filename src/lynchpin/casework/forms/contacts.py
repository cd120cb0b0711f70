"""A contact, typed in under a minute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.choices import ContactKind
from lynchpin.casework.queries.case import GoalFact
from lynchpin.face.forms import ChoiceField, DateField, GovukForm, LongTextField, Taps
from lynchpin.kernel.clock import LOCAL, local_date

TODAY, YESTERDAY, OTHER_DAY = "today", "yesterday", "other"
DAYS = [(TODAY, _("Today")), (YESTERDAY, _("Yesterday")), (OTHER_DAY, _("Another day"))]
MINUTES = [(minutes, str(minutes)) for minutes in (5, 15, 30, 45, 60, 90, 120)]
NEXT_IN_DAYS = [
    ("", _("The usual time")),
    ("1", _("Tomorrow")),
    ("7", _("In a week")),
    ("14", _("In two weeks")),
    ("28", _("In four weeks")),
]


class ContactForm(GovukForm):
    """A contact in under a minute: everything has a likely answer, and only the kind must be looked at."""

    client_id = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={"required": _("Open this page again before you save. The contact has no number of its own.")},
    )
    kind = ChoiceField(
        label=_("What kind of contact was it?"),
        choices=ContactKind.choices,
        widget=Taps,
        error_messages={"required": _("Choose what kind of contact it was.")},
    )
    minutes = forms.TypedChoiceField(
        label=_("How many minutes, about?"),
        choices=MINUTES,
        coerce=int,
        initial=30,
        widget=Taps,
        error_messages={"required": _("Choose about how many minutes it took.")},
    )
    day = ChoiceField(label=_("On which day?"), choices=DAYS, widget=Taps, required=False)
    happened_on = DateField(label=_("If it was another day, which?"), required=False)
    note = LongTextField(label=_("What happened?"), rows=3, required=False)
    next_step = forms.CharField(label=_("What happens next?"), max_length=400, required=False)
    next_in = forms.ChoiceField(
        label=_("When will you be in touch again?"), choices=NEXT_IN_DAYS, widget=Taps, required=False
    )
    goal_id = forms.TypedChoiceField(
        label=_("Which goal was it about?"), coerce=int, empty_value=None, widget=Taps, required=False
    )
    made_despite = forms.CharField(
        label=_("Why was it made in a way that is not marked safe?"),
        help_text=_("Only if you were in touch in one of the ways named above."),
        max_length=400,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        now: datetime,
        goals: Sequence[GoalFact],
        likely_kind: str,
        any_unsafe: bool,
        **kwargs: Any,
    ) -> None:
        self.now = now
        first = {"client_id": uuid4(), "kind": likely_kind, "day": TODAY, "goal_id": ""}
        super().__init__(*args, initial=first, **kwargs)
        offered = [(goal.id, goal.in_their_words) for goal in goals]
        self.fields["goal_id"].choices = [("", _("No goal in particular")), *offered]  # type: ignore[attr-defined]
        for name in _not_asked(goals, any_unsafe):
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if "happened_on" not in self.errors and not answers.get("happened_on"):
            answers["happened_on"] = self._tapped_day(answers.get("day") or "")
        return answers

    def _tapped_day(self, day: str) -> date | None:
        """The day that was tapped; a day that was typed counts more, because nobody types it by mistake."""
        days = {TODAY: timedelta(0), YESTERDAY: timedelta(days=1)}
        if day in days:
            return local_date(self.now) - days[day]
        self.add_error("happened_on", _("Enter the day on which the contact took place."))
        return None

    @property
    def contact(self) -> dict[str, Any]:
        """What `record_contact` takes. A contact of today was now; one of another day was at noon."""
        answers = dict(self.cleaned_data)
        on, days = answers.pop("happened_on"), answers.pop("next_in")
        del answers["day"]
        today = local_date(self.now)
        happened_at = self.now if on == today else datetime.combine(on, time(12), LOCAL)
        return answers | {
            "happened_at": happened_at,
            "next_contact_on": today + timedelta(days=int(days)) if days else None,
        }


def _not_asked(goals: Sequence[GoalFact], any_unsafe: bool) -> Iterator[str]:
    """Questions that have no answer here: a goal where there is none, a reason where every way is safe."""
    if not goals:
        yield "goal_id"
    if not any_unsafe:
        yield "made_despite"
